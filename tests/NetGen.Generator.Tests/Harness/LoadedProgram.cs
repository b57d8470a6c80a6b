using System.Reflection;
using System.Runtime.Loader;

namespace NetGen.Generator.Tests;

/// <summary>A compiled program, unloaded when disposed.</summary>
internal sealed class LoadedProgram : IDisposable
{
    private readonly AssemblyLoadContext _context = new(name: null, isCollectible: true);

    public LoadedProgram(byte[] image)
    {
        Image = image;
        using MemoryStream stream = new(image);
        Assembly = _context.LoadFromStream(stream);
    }

    public byte[] Image { get; }

    public Assembly Assembly { get; }

    public void Dispose() => _context.Unload();

    /// <summary>Gives a type; <c>+</c> stands between a type and one nested in it.</summary>
    public Type Type(string name) => Assembly.GetType(name, throwOnError: true)!;

    /// <summary>Gives a generated network as something that tests can run without knowing its type.</summary>
    public NetworkUnderTest Network(string name) => NetworkUnderTest.Of(Type(name));

    /// <summary>Calls a static method without parameters.</summary>
    public object? Call(string type, string method) =>
        Type(type).GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
}
