using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class WrongLengthTests
{
    private const string Net =
        """


        [Network(4)] [Dense(8, Activation.Relu)] [Dense(3, Activation.Softmax)]
        public sealed partial class Net;

        """;

    /// <summary>Every form in which a length can be seen.</summary>
    [Fact]
    public Task Lengths() => Test(
        """
        class Arguments
        {
            const int N = 5;
            static readonly float[] ReadOnlyStatic = new float[N], Right = new float[4];
            readonly float[] _readOnly;
            float[] _once = { 1, 2 };
            float[]? _lazy;
            float[] AutoProperty { get; } = new float[Net.InputLength + 1];
            public float[] PrivateSet { get; private set; } = new float[6];
            Span<float> Computed => _once.AsSpan(0, 1);
            static int Two => 2;
            static int Five { get; } = 5;
            readonly int _one = 1;

            Arguments() => _readOnly = new float[7];

            void Run(Net net, float[] any, float[] result, Memory<float> memory, bool b)
            {
                net.Forward({|NETGEN121:new float[3]|}, result);
                net.Forward({|NETGEN121:new float[N]|}, result);
                net.Forward({|NETGEN121:new float[2 * Net.InputLength]|}, result);
                net.Forward({|NETGEN121:new float[Net.ParameterCount]|}, result);
                net.Forward({|NETGEN121:new float[] { 1, 2 }|}, result);
                net.Forward({|NETGEN121:new[] { 1f }|}, result);
                net.Forward({|NETGEN121:(new float[checked(N * 2)])|}, result);
                net.Forward({|NETGEN121:[1, 2, 3]|}, result);
                net.Forward({|NETGEN121:[1, 2, 3, .. Right]|}, result);
                net.Forward({|NETGEN121:[]|}, result);
                net.Forward({|NETGEN121:null|}, result);
                net.Forward({|NETGEN121:default|}, result);
                net.Forward({|NETGEN121:default(float[])|}, result);
                net.Forward({|NETGEN121:new()|}, result);
                net.Forward({|NETGEN121:Span<float>.Empty|}, result);
                net.Forward({|NETGEN121:ReadOnlyMemory<float>.Empty.Span|}, result);
                net.Forward({|NETGEN121:Array.Empty<float>()|}, result);
                net.Forward({|NETGEN121:stackalloc float[5]|}, result);
                net.Forward({|NETGEN121:stackalloc float[] { 1, 2 }|}, result);
                net.Forward({|NETGEN121:stackalloc[] { 1f, 2f, 3f }|}, result);
                net.Forward({|NETGEN121:GC.AllocateUninitializedArray<float>(5)|}, result);
                net.Forward({|NETGEN121:GC.AllocateArray<float>(pinned: true, length: 5)|}, result);
                net.Forward({|NETGEN121:any.AsSpan(0, 5)|}, result);
                net.Forward({|NETGEN121:any.AsSpan(start: 2, length: 5)|}, result);
                net.Forward({|NETGEN121:MemoryExtensions.AsSpan(length: 5, array: any, start: 1)|}, result);
                net.Forward({|NETGEN121:any.AsSpan(..5)|}, result);
                net.Forward({|NETGEN121:any.AsSpan(^5)|}, result);
                net.Forward({|NETGEN121:any.AsSpan().Slice(1, 5)|}, result);
                net.Forward({|NETGEN121:any.AsMemory(1, 5).Span|}, result);
                net.Forward({|NETGEN121:memory.Slice(1, 5).Span|}, result);
                net.Forward({|NETGEN121:memory[..5].Span|}, result);
                net.Forward({|NETGEN121:any[..5]|}, result);
                net.Forward({|NETGEN121:any[1..Net.InputLength]|}, result);
                net.Forward({|NETGEN121:any.AsSpan()[^5..]|}, result);
                net.Forward({|NETGEN121:any.AsSpan(0, 5).ToArray()|}, result);
                net.Forward({|NETGEN121:new float[10].AsSpan(3)|}, result);
                net.Forward({|NETGEN121:new float[10].AsSpan(3..)|}, result);
                net.Forward({|NETGEN121:new float[10].AsSpan()[2..^3]|}, result);
                net.Forward({|NETGEN121:new float[10].AsSpan(^8..^3)|}, result);
                net.Forward({|NETGEN121:new float[10].AsSpan()[..]|}, result);
                net.Forward({|NETGEN121:new Span<float>(new float[5])|}, result);
                net.Forward({|NETGEN121:new ReadOnlySpan<float>(any, 0, 5)|}, result);
                net.Forward({|NETGEN121:new Memory<float>(any, 0, 5).Span|}, result);
                net.Forward({|NETGEN121:(ReadOnlySpan<float>)new float[5]|}, result);
                net.Forward({|NETGEN121:new float[5]!|}, result);
                net.Forward({|NETGEN121:b ? new float[5] : any.AsSpan(0, 5)|}, result);

                net.Forward({|NETGEN121:ReadOnlyStatic|}, result);
                net.Forward({|NETGEN121:Arguments.ReadOnlyStatic.AsSpan()|}, result);
                net.Forward({|NETGEN121:_readOnly|}, result);
                net.Forward({|NETGEN121:this._once|}, result);
                net.Forward({|NETGEN121:_lazy ??= new float[8]|}, result);
                net.Forward({|NETGEN121:AutoProperty|}, result);
                net.Forward({|NETGEN121:PrivateSet|}, result);
                net.Forward({|NETGEN121:Computed|}, result);
                net.Forward({|NETGEN121:new Arguments()._readOnly|}, result);
                net.Forward({|NETGEN121:new float[Two + Five - _one]|}, result);

                float[] local = new float[5];
                net.Forward({|NETGEN121:local|}, result);
                local[0] = 1;
                var alias = local.AsSpan();
                alias.Fill(1);
                net.Forward({|NETGEN121:alias|}, result);
                net.Forward({|NETGEN121:new float[alias.Length]|}, result);
                scoped Span<float> late;
                late = stackalloc float[6];
                net.Forward({|NETGEN121:late|}, result);
                int n = 5, m = n * 4 / 2;
                net.Forward({|NETGEN121:stackalloc float[m]|}, result);
                net.Forward({|NETGEN121:any.AsSpan(m..(m + n))|}, result);
                long size = 5;
                net.Forward({|NETGEN121:new float[(int)size]|}, result);
                Action action = () => net.Forward({|NETGEN121:local|}, new float[Net.OutputLength]);
                for (int i = 0; i < n; i++)
                {
                    float[] row = new float[n];
                    row[i] = 1;
                    net.Forward({|NETGEN121:row|}, result);
                }
            }

            float Sum(Net net) => net.Classify({|NETGEN121:_lazy!|});
        }
        """);

    /// <summary>Every parameter and every way to call.</summary>
    [Fact]
    public Task Calls() => Test(
        """
        class Calls
        {
            private int _class = Net.Initialize(1).Classify({|NETGEN121:new float[5]|});

            Calls(Net net, INetwork<Net> any, Net? perhaps, float[] a, float[] b)
            {
                net.Forward({|NETGEN121:new float[5]|}, {|NETGEN121:new float[4]|});
                net.Forward(output: {|NETGEN121:new float[4]|}, input: {|NETGEN121:new float[5]|});
                net.Forward(a, b, {|NETGEN121:new float[Net.WorkspaceLength - 1]|});
                net.Forward(workspace: {|NETGEN121:stackalloc float[7]|}, input: {|NETGEN121:stackalloc float[7]|}, output: b);
                net.ForwardBatch(a, b, {|NETGEN121:stackalloc float[7]|});
                any.Forward(a, {|NETGEN121:new float[4]|});
                any.ForwardBatch(a, b, {|NETGEN121:[]|});
                perhaps?.Forward(a, {|NETGEN121:new float[4]|});
                int? found = perhaps?.Classify({|NETGEN121:new float[5]|}, out float confidence);
                net.CopyParametersTo({|NETGEN121:new float[3]|});
                any.CopyParametersTo({|NETGEN121:new float[3]|});
                Net.FromParameters({|NETGEN121:[1, 2, 3]|}).Forward(a, {|NETGEN121:new float[4]|});
                void Local() => net.Forward(a, {|NETGEN121:new float[4]|});
            }
        }
        """);

    [Fact]
    public Task TheMessageHasTheNumbers() => Test(
        """
        [Network(784)] [Dense(10)] partial class Large;
        class Numbers
        {
            void Run(Large net, float[] a, float[] b, Span<float> span)
            {
                net.Forward({|#0:new float[28 * 56]|}, {|#1:span[..9]|});
                Large.FromParameters({|#2:[]|}).CopyParametersTo({|#3:new float[7_849]|});
            }

            void Scratch(Net net, float[] a, float[] b) => net.Forward(a, b, {|#4:new float[7]|});
        }
        """,
        Finding(0, "'Forward' of 'Large' takes an input of length 784 (Large.InputLength), but this array has length 1,568"),
        Finding(1, "'Forward' of 'Large' gives an output of length 10 (Large.OutputLength), but this span has length 9"),
        Finding(2, "'FromParameters' of 'Large' takes parameters of length 7,850 (Large.ParameterCount), but this span has length 0"),
        Finding(3, "'CopyParametersTo' of 'Large' gives parameters of length 7,850 (Large.ParameterCount), "
            + "but this array has length 7,849"),
        Finding(4, "'Forward' of 'Net' takes a workspace of length at least 399 (Net.WorkspaceLength), but this array has length 7"));

    /// <summary>The right length, and lengths that only look certain.</summary>
    [Fact]
    public Task Innocent() => Test(
        """
        using System.Buffers;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.InteropServices;
        using System.Threading;

        class Right
        {
            const int N = 4;
            static readonly float[] Static = [1, 2, 3, 4];

            void Run(Net net, float[] any, Span<float> result)
            {
                net.Forward(new float[4], new float[3]);
                net.Forward(stackalloc float[N], stackalloc float[Net.OutputLength]);
                net.Forward(Static, result[..3], new float[1_000]);
                net.Forward([1, 2, .. any.AsSpan(0, 2)], new float[Net.ParameterCount].AsSpan(1, 3), new float[Net.WorkspaceLength]);
                net.Forward(any.AsSpan(^4), any[1..4]);
                net.ForwardBatch(new float[400], new float[300], new float[1_000]);
                net.CopyParametersTo(new float[Net.ParameterCount]);
                Net.FromParameters(new float[67]);
                int found = net.Classify(input: new float[4], out float confidence);
            }
        }

        class Unknown<T>
        {
            void Run(Net net, float[] any, int n, bool b, List<float> list, float[][] rows, ArrayPool<float> pool, Index i, Range r)
            {
                net.Forward(any, new float[n]);
                net.Forward(any.AsSpan(1), any.AsSpan(0, n));
                net.Forward(any.AsSpan()[1..], any.AsSpan()[..^1]);
                net.Forward(any.AsSpan(i), any.AsSpan(r));
                net.Forward(any.AsSpan()[r], rows[5]);
                net.Forward(rows[^1], list.ToArray());
                net.Forward([1, 2, 3, 4, 5, .. any], new float[3] { 1, 2, n });
                net.Forward(b ? new float[4] : new float[5], b ? any : new float[2]);
                net.Forward(pool.Rent(5), Enumerable.Take(any, 5).ToArray());
                net.Forward(any.Clone() as float[], new Memory<float>(any).Span);
                net.Forward(new float[n > 0 ? 4 : 5], new float[(byte)(n + 300)]);
                net.Forward(new float[5 % 3 + n], MemoryMarshal.Cast<byte, float>(new byte[5].AsSpan()));
                net.Forward(new float[3].AsSpan(0, 5), new float[3].AsSpan(4));
                net.Forward(any ?? new float[5], (float[])(object)new float[5]);
                foreach (float[] row in rows)
                {
                    net.Forward(row, result: 1);
                }
            }
        }

        static class Extensions
        {
            public static void Forward(this Net net, float[] input, int result) { }
            public static Span<float> AsSpan(this float[] all, double length) => default;
            public static Span<float> Take(this ref Span<float> all, int length) { all = all[length..]; return all; }
            public static void Cut(this ref Memory<float> all) => all = all[1..];
            public static void Grow(this ref int n) => n++;
        }

        class Locals
        {
            void Run(Net net, float[] any, bool b, (float[], int) pair, object thing)
            {
                float[] reassigned = new float[5];
                if (b) reassigned = new float[4];
                net.Forward(reassigned, any);

                float[] twice;
                if (b) twice = new float[5]; else twice = any;
                net.Forward(twice, any);

                float[] captured = new float[5];
                Action grow = () => captured = any;
                net.Forward(captured, any);

                float[] inLocalFunction = new float[5];
                void Change() => (inLocalFunction, _) = pair;
                net.Forward(inLocalFunction, any);

                float[] passed = new float[5];
                Array.Resize(ref passed, 4);
                net.Forward(passed, any);

                if (!Try(out float[] given)) given = new float[5];
                net.Forward(given, any);
                if (thing is not float[] matched) matched = new float[5];
                net.Forward(matched, any);
                var (deconstructed, _) = pair;
                net.Forward(deconstructed, any);
                foreach (var (first, second) in new[] { pair }) net.Forward(first, new float[second]);

                float[] referred = new float[5];
                ref float[] reference = ref referred;
                reference = any;
                net.Forward(referred, reference);

                Span<float> cut = new float[10];
                cut.Take(6);
                net.Forward(cut, any);
                int n = 3;
                n.Grow();
                net.Forward(new float[n], any);
                int i = 5, j = 5, k = 5;
                i -= 1;
                j--;
                (k, _) = (4, 0);
                net.Forward(new float[i], new float[j]);
                net.Forward(new float[k], any);
                for (int length = 3; length < 5; length++) net.Forward(new float[length], any);
                float[]? coalesced = thing as float[];
                coalesced ??= new float[5];
                net.Forward(coalesced, any);
            }

            static bool Try(out float[] given) { given = []; return true; }
        }

        class Fields
        {
            public float[] Public = new float[5];
            internal readonly float[] TwoConstructors;
            float[] _replaced = new float[5], _passed = new float[5], _initialised = new float[5], _otherObject = new float[5];
            private readonly float[] _parameter;
            private Memory<float> _cut = new float[5];
            [Obsolete] private float[] _serialized = new float[5];
            private readonly float[] _injected = null!;
            public float[] Settable { get; set; } = new float[5];
            public float[] Initialised { get; init; } = new float[5];
            public virtual float[] Virtual { get; } = new float[5];
            public virtual float[] VirtualComputed => new float[5];
            private float[] Body { get => _parameter; set => _replaced = value; }

            Fields(float[] parameter) => (_parameter, TwoConstructors) = (parameter, parameter);
            Fields(int n) : this(new float[n]) => TwoConstructors = new float[5];

            void Run(Net net, float[] any, Fields other)
            {
                net.Forward(Public, any);
                net.Forward(TwoConstructors, any);
                net.Forward(_replaced, any);
                net.Forward(_passed, any);
                net.Forward(_initialised, any);
                net.Forward(_otherObject, any);
                net.Forward(_parameter, any);
                net.Forward(_serialized, any);
                net.Forward(_injected, any);
                net.Forward(Settable, any);
                net.Forward(Initialised, any);
                net.Forward(Virtual, any);
                net.Forward(VirtualComputed, any);
                net.Forward(Body, any);
                net.Forward(_cut.Span, any);
                _cut.Cut();
                Interlocked.Exchange(ref _passed, any);
                other._otherObject = any;
            }

            static Fields Make(float[] any) => new(4) { _initialised = any };
            class Nested { void Set(Fields fields, float[] any) => fields._replaced = any; }
        }

        partial class Parts
        {
            private float[] _elsewhere = new float[5];
            void Run(Net net, float[] any) => net.Forward(_elsewhere, any);
        }

        partial class Parts
        {
            void Set(float[] any) => _elsewhere = any;
        }

        class Circle
        {
            static readonly float[] A = B, B = new float[A.Length];
            static readonly float[] C = D, D = C;
            static int E => F;
            static int F => E;
            void Run(Net net, float[] any)
            {
                net.Forward(A, any);
                net.Forward(C, any);
                net.Forward(new float[E], any);
            }
        }

        class Others
        {
            delegate void Run(ReadOnlySpan<float> input, Span<float> output);
            class Own { public void Forward(float[] input, float[] output) { } }

            void Generic<T>(T net, INetwork<T> same, float[] any) where T : INetwork<T>
            {
                net.Forward(new float[5], any);
                same.Forward(any, new float[5]);
                T.FromParameters(new float[5]);
            }

            void Other(Own own, Net net, dynamic anything)
            {
                own.Forward(new float[5], new float[5]);
                anything.Forward(new float[5], new float[5]);
                Run run = net.Forward;
                run(new float[5], new float[5]);
            }
        }
        """);

    /// <summary>A network of a reference has its constants, and may have overloads that nobody generated.</summary>
    [Fact]
    public async Task NetworkOfAReference()
    {
        using LoadedProgram library = GeneratorRun.Of(
            """
            using NetGen;
            [Network(4)] [Dense(3)] public sealed partial class Net
            {
                public void Forward(float[] input, float[] output) { }
                public int Classify(System.ReadOnlySpan<float> input, int count) => count;
                public void CopyParametersTo(System.Span<double> destination) { }
                public void ForwardBatch(float[] inputs, float[] outputs, long count) { }
            }
            """).Load();
        GeneratorRun user = GeneratorRun.Of(TestCompilation.Of(
            """
            using System;
            class User
            {
                void Run(Net net, float[] any)
                {
                    net.Forward(new float[5].AsSpan(), any);
                    net.Forward(new float[4].AsSpan(), new float[3]);
                    net.Forward(new float[5], new float[5]);
                    net.Classify(new float[5], 5);
                    net.CopyParametersTo(new double[5]);
                    net.ForwardBatch(new float[9].AsSpan(), any, 2);
                    net.ForwardBatch(new float[9], any, 2L);
                }
            }
            """).AddReferences(MetadataReference.CreateFromImage(library.Image)));
        var findings = await user.FindingsAsync([new BufferAnalyzer()]);
        Assert.Equal(
            [("NETGEN121", "new float[5].AsSpan()"), ("NETGEN122", "new float[9].AsSpan()")],
            findings.Select(finding => (finding.Rule, finding.Place)));
    }

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.WrongLength).WithLocation(place).WithMessage(message);

    private static Task Test(string source, params DiagnosticResult[] expected)
    {
        RuleTest<BufferAnalyzer, EmptyCodeFixProvider> test = new(source + Net);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
