// The types in this folder are what the compiler wants for records and ranges and .NET Standard 2.0 lacks. They are
// written out because PolySharp gives its files in another order each time, so that no two builds would be the same.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
