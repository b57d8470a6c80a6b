using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace NetGen.PackageTests;

/// <summary>
/// The machine code of kernels: the JIT inlines into a method only up to a budget, and what it calls beyond is several times slower.
/// </summary>
public sealed partial class InliningTests
{
    private static readonly string _program = Command.Built("NetGen.Bits");

    [Theory]
    [InlineData("DOTNET_EnableAVX512=1")]
    [InlineData("DOTNET_EnableAVX512=0")]
    [InlineData("DOTNET_PreferredVectorBitWidth=128")]
    [InlineData("DOTNET_EnableAVX2=0")]
    public void KernelsCallNothingThatIsToBeInlined(string setting)
    {
        string code = Path.GetTempFileName();
        BitsRun.Of(
            _program,
            isShort: true,
            environment: [$"DOTNET_JitStdOutFile={code}", "DOTNET_JitDisasm=*V512 *V256 *V128", setting]);
        string[] lines = File.ReadAllLines(code);
        File.Delete(code);
        HashSet<string> inlined = InlinedNames();

        string method = "";
        int methods = 0;
        List<string> calls = [];
        foreach (string line in lines)
        {
            if (line.StartsWith("; Assembly listing for method ", StringComparison.Ordinal))
            {
                method = line;
                methods++;
            }
            else if (Call().Match(line) is { Success: true } call && inlined.Contains(call.Groups[1].Value))
            {
                calls.Add($"{method}: {line.Trim()}");
            }
        }

        Assert.True(methods > 100, $"{methods} methods");
        Assert.Contains("AddProducts", inlined);
        Assert.Empty(calls);
    }

    /// <summary>The functions of the runtime library of which every overload is to be inlined.</summary>
    private static HashSet<string> InlinedNames()
    {
        using PEReader file = new(File.OpenRead(Path.Combine(Path.GetDirectoryName(_program)!, "NetGen.dll")));
        MetadataReader metadata = file.GetMetadataReader();
        TypeDefinition type = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Single(type => metadata.GetString(type.Name) == "VectorMath");
        return
        [
            .. type.GetMethods().Select(metadata.GetMethodDefinition)
                .GroupBy(method => metadata.GetString(method.Name))
                .Where(overloads => overloads.All(method => method.ImplAttributes.HasFlag(MethodImplAttributes.AggressiveInlining)))
                .Select(overloads => overloads.Key),
        ];
    }

    [GeneratedRegex(@"\bcall .*\bVectorMath:(\w+)")]
    private static partial Regex Call();
}
