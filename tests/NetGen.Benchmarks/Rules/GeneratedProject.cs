using System.Globalization;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Benchmarks.Rules;

/// <summary>A project of networks and code that runs them, a file each.</summary>
internal static class GeneratedProject
{
    private const string UsersPrefix = "User";
    private static readonly CSharpParseOptions _parseOptions = new(LanguageVersion.Latest);
    private static readonly string[] _activations = ["Relu", "Gelu", "Tanh", "Silu", "LeakyRelu"];

    public static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "Users",
        references: [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location)],
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Networks of two to four layers, no two alike.</summary>
    public static CSharpCompilation Of(int networks) =>
        Empty.AddSyntaxTrees(Enumerable.Range(0, networks).Select(i => Parse(Network(i), $"{UsersPrefix}{i}.cs")));

    /// <summary>Whether a file is one of the users', not one the generator wrote.</summary>
    public static bool IsUsers(SyntaxTree tree) => tree.FilePath.StartsWith(UsersPrefix, StringComparison.Ordinal);

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, _parseOptions, path);

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new Generator.NetworkGenerator().AsSourceGenerator()], parseOptions: _parseOptions);

    private static string Network(int index)
    {
        string activation = _activations[index % _activations.Length];
        string hidden = string.Join("\n", Enumerable.Range(0, 1 + (index % 3)).Select(
            layer => string.Create(CultureInfo.InvariantCulture, $"[Dense({8 + (index % 40) + layer}, Activation.{activation})]")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            using System;
            using NetGen;

            namespace Networks{{index % 10}};

            [Network({{4 + (index % 60)}})]
            {{hidden}}
            [Dense(5, Activation.Softmax)]
            public sealed partial class Network{{index}};

            public static class User{{index}}
            {
                public static int Run(Network{{index}} network, float[] samples)
                {
                    float[] input = new float[Network{{index}}.InputLength];
                    float[] output = new float[Network{{index}}.OutputLength];
                    int sum = 0;
                    for (int i = 0; i + input.Length <= samples.Length; i += input.Length)
                    {
                        samples.AsSpan(i, input.Length).CopyTo(input);
                        network.Forward(input, output);
                        sum += network.Classify(input);
                    }

                    return sum;
                }
            }
            """);
    }
}
