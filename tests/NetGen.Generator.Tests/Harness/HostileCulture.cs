using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.Generator.Tests;

/// <summary>
/// The culture of all tests: nothing in it is as in the invariant culture, so that a number printed or read without
/// naming a culture comes out wrong.
/// </summary>
internal static class HostileCulture
{
    public static CultureInfo Instance { get; } = Create();

    // Set before the test framework starts its threads.
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Tests have no other place.")]
    internal static void Set() => CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = Instance;

    private static CultureInfo Create()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new NumberFormatInfo
        {
            NumberDecimalSeparator = ",",
            NumberGroupSeparator = ".",
            NumberGroupSizes = [2, 3, 0],
            NumberNegativePattern = 3,
            NegativeSign = "−",
            PositiveSign = "➕",
            NaNSymbol = "keine Zahl",
            PositiveInfinitySymbol = "unendlich",
            NegativeInfinitySymbol = "−unendlich",
        };
        return culture;
    }
}
