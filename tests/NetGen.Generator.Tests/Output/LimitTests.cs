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
        string[] any =
        [
            .. from size in Sweep.Sizes.Concat([3, 5, 47, 65, 96, 200, 255])
               from activation in Enum.GetNames<Activation>()
               select $"[Dense({size}, Activation.{activation})]",
        ];
        IEnumerable<string> mixed = Enumerable.Range(0, 100).Select(_ => string.Join(" ", random.GetItems(any, 10)));
        (int lines, string longest) = alike.Concat(mixed).Select(layers => (Lines(layers), layers)).Max();
        TestContext.Current.SendDiagnosticMessage("The longest source has {0} lines: {1}", lines, longest);
        Assert.True(lines <= MaxLines, $"{lines} lines for {longest}");
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
