using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NetGen.Generator.Tests;

/// <summary>
/// The size of generated code: RyuJIT gives up optimising a method of more than 60,000 bytes of IL, and people read the
/// source.
/// </summary>
public class LimitTests
{
    private const int MaxIlBytes = 60_000;
    private const int MaxLines = 3_000;

    // Outputs that make groups of panels of two sizes at each vector width, and as inputs leave some over: the longest kernels.
    private static readonly int[] _unevenSizes = [143, 150, 200, 207, 219, 260, 299, 300, 303, 310];

    [Fact]
    public void NoMethodIsTooLongForTheJit()
    {
        using LoadedProgram program = GeneratorRun.Of(Sweep.Source).Load();
        (string Method, int Length)[] lengths = [.. IlLengths(program.Image)];
        Assert.Contains(lengths, pair => pair.Method.EndsWith("N1024x1.Kernels.Dense1V128", StringComparison.Ordinal));
        (string method, int length) = lengths.MaxBy(pair => pair.Length);
        TestContext.Current.SendDiagnosticMessage(
            "The longest of {0} methods is {1}, {2} bytes.", lengths.Length, method, length);
        Assert.True(length <= MaxIlBytes, $"{method} has {length} bytes of IL");
    }

    [Fact]
    public void TheSourceOfTenLayersIsShortEnoughToRead()
    {
        Random random = new(5);
        IEnumerable<string> alike = Sweep.Sizes.Select(Sweep.Ten);
        IEnumerable<string> mixed = TenOf([.. Sweep.Sizes, 3, 5, 47, 65, 96, 200, 255], random);
        IEnumerable<string> uneven = TenOf(_unevenSizes, random);
        (int lines, string longest) = alike.Concat(mixed).Concat(uneven).Select(layers => (Lines(layers), layers)).Max();
        TestContext.Current.SendDiagnosticMessage("The longest source has {0} lines: {1}", lines, longest);
        Assert.True(lines <= MaxLines, $"{lines} lines for {longest}");
    }

    /// <summary>Networks of ten layers, of these sizes and any activation.</summary>
    private static IEnumerable<string> TenOf(int[] sizes, Random random)
    {
        string[] layers =
        [
            .. from size in sizes
               from activation in Enum.GetNames<Activation>()
               select $"[Dense({size}, Activation.{activation})]",
        ];
        return Enumerable.Range(0, 100).Select(_ => string.Join(" ", random.GetItems(layers, 10)));
    }

    private static int Lines(string layers) =>
        GeneratorRun.Of($"using NetGen; [Network(64)] {layers} partial class Net;").Text.Count(c => c == '\n');

    private static IEnumerable<(string Method, int Length)> IlLengths(byte[] image)
    {
        using PEReader file = new(new MemoryStream(image));
        MetadataReader metadata = file.GetMetadataReader();
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress != 0)
            {
                TypeDefinition type = metadata.GetTypeDefinition(method.GetDeclaringType());
                StringHandle[] names = [type.Namespace, type.Name, method.Name];
                string name = string.Join(".", names.Select(metadata.GetString));
                yield return (name, file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!.Length);
            }
        }
    }
}
