using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>The rules about calls say beforehand what the generated members say when they run.</summary>
public class RandomCallTests
{
    private const int Calls = 800;

    private const string Networks =
        """
        using NetGen;
        [Network(4)] [Dense(8, Activation.Relu)] [Dense(3, Activation.Softmax)] public sealed partial class Net;
        [Network(2)] [Dense(1)] public sealed partial class Neuron;
        """;

    /// <summary>Where all lengths are to be seen, there is a finding exactly if the call throws.</summary>
    [Fact]
    public async Task ACallWithAFindingThrowsAndOthersDoNot()
    {
        Random random = new(2_026);
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Of(
            [Networks, .. Enumerable.Range(0, Calls).Select(number => new RandomCall(random).Source(number))]));
        var findings = await run.DiagnosticsAsync([new BufferAnalyzer()]);
        ILookup<string, Diagnostic> findingsByFile = findings.ToLookup(finding => finding.Location.SourceTree!.FilePath);
        using LoadedProgram program = run.Load();
        Dictionary<string, int> counts = [];
        for (int number = 0; number < Calls; number++)
        {
            Exception? thrown = Record.Exception(() => program.Call($"Call{number}", "Run"));
            Diagnostic[] found = [.. findingsByFile[$"User{number + 2}.cs"]];
            Assert.True(thrown is null or ArgumentException and not ArgumentOutOfRangeException, thrown?.ToString());
            Assert.True(
                (thrown is not null) == (found.Length > 0),
                $"{thrown?.Message}\n{string.Join("\n", found.AsEnumerable())}\n{run.SourceOf($"User{number + 2}.cs")}");
            foreach (string rule in found.Select(finding => finding.Id).DefaultIfEmpty("none").Distinct())
            {
                counts[rule] = counts.GetValueOrDefault(rule) + 1;
            }
        }

        Assert.All(["none", "NETGEN121", "NETGEN122", "NETGEN123"], rule => Assert.InRange(counts.GetValueOrDefault(rule), 30, Calls));
    }

    /// <summary>A call with arguments in random forms, their lengths mostly right.</summary>
    private sealed class RandomCall(Random random)
    {
        private const int PoolLength = 50;
        private readonly StringBuilder _members = new();
        private readonly StringBuilder _locals = new();
        private int _variables;

        public string Source(int number)
        {
            (string network, int inputs, int outputs, int workspace, int parameters) =
                random.Next(2) == 0 ? ("Net", 4, 3, 31, 67) : ("Neuron", 2, 1, 0, 3);
            int rows = random.Next(3);
            string call = random.Next(7) switch
            {
                0 => $"net.CopyParametersTo({Buffer(parameters)})",
                1 => $"{network}.FromParameters({Buffer(parameters)})",
                2 => $"net.Forward(output: {Buffer(outputs)}, input: {Buffer(inputs)})",
                3 => $"net.Forward({Buffer(inputs)}, {Buffer(outputs)}{Scratch(workspace)})",
                4 => $"net.ForwardBatch({Buffer(rows * inputs)}, {Buffer(rows * outputs)}, {random.Next(1, 4)})",
                _ => $"net.ForwardBatch({Buffer(rows * inputs)}, {Buffer(rows * outputs)}{Scratch(workspace)})",
            };
            return string.Create(CultureInfo.InvariantCulture,
                $$"""
                using System;
                static class Call{{number}}
                {
                    {{_members}}
                    static void Run()
                    {
                        var net = {{network}}.Initialize(1);
                        float[] pool = new float[{{PoolLength}}];
                        bool yes = pool.Length > 0;
                        {{_locals}}
                        {{call}};
                        GC.KeepAlive((yes, pool));
                    }
                }
                """);
        }

        private string Scratch(int right) => random.Next(3) == 0 ? $", {Buffer(right + random.Next(2))}" : "";

        private string Buffer(int right)
        {
            int length = random.Next(5) > 0 ? right : Math.Max(0, right + random.Next(-2, 4));
            return random.Next(7) switch
            {
                0 => Local($"Span<float> {{0}} = {Expression(length)}"),
                1 => Local(Text($"scoped Span<float> {{0}}; {{0}} = new float[{length}]")),
                2 => $"({Local($"Span<float> {{0}} = {Expression(length)}")}[..])",
                3 when length > 0 => $"{Local($"Span<float> {{0}} = {Expression(length)}")}.Slice(1 - 1)",
                _ => Expression(length),
            };
        }

        private string Expression(int length)
        {
            int start = random.Next(3) == 0 ? random.Next(PoolLength - 40) : random.Next(Math.Max(1, PoolLength - length + 1));
            start = Math.Min(start, Math.Max(0, PoolLength - length));
            if (length > PoolLength)
            {
                return Text($"new float[{length}]");
            }

            int rest = PoolLength - start - length;
            return random.Next(32) switch
            {
                0 => Text($"new float[{length}]"),
                1 => Text($"new float[{length + 3} - 3]"),
                2 => Text($"[{string.Join(", ", Enumerable.Repeat("0.5f", length))}]"),
                3 => Text($"[.. pool.AsSpan({start}, {length})]"),
                4 => Text($"stackalloc float[{length}]"),
                5 => Text($"GC.AllocateUninitializedArray<float>({length})"),
                6 => Text($"new Span<float>(new float[{length + 2}], 1, {length})"),
                7 => Member($"static readonly float[] {{0}} = new float[{length}];"),
                8 => Member($"static float[]? {{0}};") is var lazy ? Text($"({lazy} ??= new float[{length}])") : "",
                9 => Member($"static float[] {{0}} => new float[{length}];"),
                10 => Text($"{Member($"static Memory<float> {{0}} {{ get; }} = new float[{PoolLength}];")}.Slice({start}, {length}).Span"),
                11 => Text($"new float[{Local($"int {{0}} = {length}")}]"),
                12 => Text($"pool.AsSpan({start}..^{rest})"),
                13 => Text($"pool.AsSpan({start})[..{length}]"),
                14 => Text($"pool.AsMemory({start}, {length}).Span"),
                15 => Text($"pool.AsSpan()[^{length + rest}..^{rest}]"),
                16 => Text($"pool[{start}..{start + length}]"),
                17 => Text($"(yes ? pool.AsSpan({start}, {length}) : pool.AsSpan({start}, {length}))"),
                _ => Text($"pool.AsSpan({start}, {length})"),
            };
        }

        private string Local(string declaration) => Declare(_locals, declaration + ";");

        private string Member(string declaration) => Declare(_members, declaration);

        private string Declare(StringBuilder code, string declaration)
        {
            string name = Text($"v{_variables++}");
            code.AppendLine(declaration.Replace("{0}", name, StringComparison.Ordinal));
            return name;
        }

        private static string Text(FormattableString text) => FormattableString.Invariant(text);
    }
}
