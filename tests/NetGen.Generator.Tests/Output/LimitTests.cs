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

    // Every kind of kernel at its largest: sizes at which a layer is still written out in full, and just beyond.
    private static readonly int[] _sizes = [1, 4, 7, 16, 17, 31, 33, 64, 100, 127, 130, 300, 1024];

    [Fact]
    public void NoMethodIsTooLongForTheJit()
    {
        IEnumerable<string> single =
            from inputs in _sizes
            from outputs in _sizes.SkipLast(1)
            select $"[Network({inputs})] [Dense({outputs}, Activation.Mish)] partial class N{inputs}x{outputs};";
        IEnumerable<string> tenLayers = _sizes.Select(size =>
            $"[Network({size})] {Repeat($"[Dense({size}, Activation.Softmax)]")} partial class Ten{size};");
        using LoadedProgram program =
            GeneratorRun.Of("using NetGen;\n" + string.Join("\n", single.Concat(tenLayers))).Load();
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
        IEnumerable<string> alike = _sizes.Select(size => Repeat($"[Dense({size}, Activation.Softmax)]"));
        string[] any = [.. _sizes.Select(size => $"[Dense({size}, Activation.Softmax)]")];
        IEnumerable<string> mixed = Enumerable.Range(0, 60).Select(_ => string.Join(" ", random.GetItems(any, 10)));
        (int lines, string longest) = alike.Concat(mixed).Select(layers => (Lines(layers), layers)).Max();
        TestContext.Current.SendDiagnosticMessage("The longest source has {0} lines: {1}", lines, longest);
        Assert.True(lines <= MaxLines, $"{lines} lines for {longest}");
    }

    private static int Lines(string layers) =>
        GeneratorRun.Of($"using NetGen; [Network(64)] {layers} partial class Net;").Text.Count(c => c == '\n');

    private static string Repeat(string layer) => string.Join(" ", Enumerable.Repeat(layer, 10));

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
