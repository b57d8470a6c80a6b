using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class UseConstantFixTests
{
    private const string Networks =
        """


        [Network(4)] [Dense(8, Activation.Relu)] [Dense(3, Activation.Softmax)] public sealed partial class Net;
        [Network(9)] [Dense(8, Activation.Relu)] [Dense(3, Activation.Softmax)] public sealed partial class Other;
        namespace Far.Away { [Network(4)] [Dense(1)] public sealed partial class @class; }
        """;

    /// <summary>Each place where a length is written; comments stay.</summary>
    [Fact]
    public Task EachPlace() => Test(
        """
        class Calls
        {
            const int N = 5;
            readonly float[] _field = new float[5];
            float[] Property { get; } = new float[N + 1];
            Memory<float> Computed => _any.AsMemory(0, 5);
            public float[] _any = [];

            void Run(Net net, Far.Away.@class neuron, float[] any, float[] other)
            {
                net.Forward({|NETGEN121:new float[780]|}, any); // as many as pixels
                net.Forward({|NETGEN121:stackalloc float[/* 2 x 2 */ 5 /* values */]|}, {|NETGEN121:any.AsSpan(0, length: 2)|});
                net.Forward({|NETGEN121:any.AsSpan(..5)|}, {|NETGEN121:other.AsSpan()[^2..]|});
                net.Forward({|NETGEN121:any.AsSpan()[..N]|}, {|NETGEN121:new Span<float>(other, 0, N)|});
                net.Forward({|NETGEN121:GC.AllocateUninitializedArray<float>(N)|}, any);
                net.Forward({|NETGEN121:new float[Net.OutputLength]|}, any, {|NETGEN121:new float[28 * 1]|});
                neuron.Forward(other, {|NETGEN121:any.AsSpan(1).Slice(0, 4)|});
                Net.FromParameters({|NETGEN121:new float[5]|});
                net.CopyParametersTo({|NETGEN121:stackalloc float[5]|});
                net.Classify({|NETGEN121:_field|});
                net.Classify({|NETGEN121:Property|});
                net.Classify({|NETGEN121:Computed.Span|});

                float[] local =
                    new float[5]; // first
                Span<float> part = local.AsSpan();
                net.Classify({|NETGEN121:part|});
                Span<float> results;
                results = new float[5];
                net.Forward(any, {|NETGEN121:results|});
            }
        }
        """,
        """
        class Calls
        {
            const int N = 5;
            readonly float[] _field = new float[Net.InputLength];
            float[] Property { get; } = new float[Net.InputLength];
            Memory<float> Computed => _any.AsMemory(0, Net.InputLength);
            public float[] _any = [];

            void Run(Net net, Far.Away.@class neuron, float[] any, float[] other)
            {
                net.Forward(new float[Net.InputLength], any); // as many as pixels
                net.Forward(stackalloc float[/* 2 x 2 */ Net.InputLength /* values */], any.AsSpan(0, length: Net.OutputLength));
                net.Forward(any.AsSpan(..Net.InputLength), other.AsSpan()[^Net.OutputLength..]);
                net.Forward(any.AsSpan()[..Net.InputLength], new Span<float>(other, 0, Net.OutputLength));
                net.Forward(GC.AllocateUninitializedArray<float>(Net.InputLength), any);
                net.Forward(new float[Net.InputLength], any, new float[Net.WorkspaceLength]);
                neuron.Forward(other, any.AsSpan(1).Slice(0, Far.Away.@class.OutputLength));
                Net.FromParameters(new float[Net.ParameterCount]);
                net.CopyParametersTo(stackalloc float[(int)Net.ParameterCount]);
                net.Classify(_field);
                net.Classify(Property);
                net.Classify(Computed.Span);

                float[] local =
                    new float[Net.InputLength]; // first
                Span<float> part = local.AsSpan();
                net.Classify(part);
                Span<float> results;
                results = new float[Net.OutputLength];
                net.Forward(any, results);
            }
        }
        """);

    /// <summary>One number that two calls use, and one of several findings that has no fix.</summary>
    [Fact]
    public Task SharedBuffers() => Test(
        """
        class Calls
        {
            private Memory<float> _all = new float[6], _inner = new float[6];

            void Run(Net net, Net second, Other other)
            {
                other.Classify({|NETGEN121:_all.Span|});
                float[] buffer = new float[5], pool = new float[1000], results = new float[3];
                net.Forward({|NETGEN121:buffer|}, results);
                second.Classify({|NETGEN121:buffer|});
                net.Forward({|NETGEN121:pool.AsSpan(0, 5)|}, {|NETGEN121:pool.AsSpan(5, 4)|}, {|NETGEN121:pool.AsSpan(50, 10)|});
                net.Forward({|NETGEN121:[1, 2, 3]|}, {|NETGEN121:pool.AsSpan(50, 2)|});
            }
        }
        """,
        """
        class Calls
        {
            private Memory<float> _all = new float[Other.InputLength], _inner = new float[6];

            void Run(Net net, Net second, Other other)
            {
                other.Classify(_all.Span);
                float[] buffer = new float[Net.InputLength], pool = new float[1000], results = new float[3];
                net.Forward(buffer, results);
                second.Classify(buffer);
                net.Forward(pool.AsSpan(0, Net.InputLength), pool.AsSpan(5, Net.OutputLength), pool.AsSpan(50, Net.WorkspaceLength));
                net.Forward({|NETGEN121:[1, 2, 3]|}, pool.AsSpan(50, Net.OutputLength));
            }
        }
        """);

    [Fact]
    public Task TopLevelStatements() => new RuleTest<BufferAnalyzer, UseConstantFix>(
        """
        Far.Away.@class neuron = Far.Away.@class.Initialize(1);
        float[] input = new float[3], output = new float[1];
        neuron.Forward({|NETGEN121:input|}, output);
        """ + Networks,
        """
        Far.Away.@class neuron = Far.Away.@class.Initialize(1);
        float[] input = new float[Far.Away.@class.InputLength], output = new float[1];
        neuron.Forward(input, output);
        """ + Networks)
    {
        TestState = { OutputKind = OutputKind.ConsoleApplication },
    }.RunAsync();

    [Fact]
    public Task NotOffered()
    {
        const string Source =
            """
            class Calls
            {
                public static readonly float[] Shared = new float[5];
                private Memory<float> _all = new float[9];

                void Run(Net net, Other other, float[] any, int n)
                {
                    net.Classify({|NETGEN121:new float[] { 1, 2 }|});
                    net.Classify({|NETGEN121:[1, 2]|});
                    net.Classify({|NETGEN121:new[] { 1f }|});
                    net.Classify({|NETGEN121:null|});
                    net.Classify({|NETGEN121:any.AsSpan(1..6)|});
                    net.Classify({|NETGEN121:new float[5].AsSpan(2)|});
                    net.Classify({|NETGEN121:new float[3 /* rows */ * 2]|});
                    net.Classify({|NETGEN121:Shared|});
                    net.Classify({|NETGEN121:_all.Span|});

                    float[] shortBuffer = new float[3];
                    net.Classify({|NETGEN121:shortBuffer.AsSpan(0, 3)|});

                    float[] two = new float[7];
                    net.Classify({|NETGEN121:two|});
                    other.Classify({|NETGEN121:two|});

                    float[] right = new float[9];
                    net.Classify({|NETGEN121:right|});
                    other.Classify(right);

                    float[] parts = new float[9];
                    net.Classify({|NETGEN121:parts|});
                    net.Classify(parts.AsSpan(5, 4));

                    const int Local = 5;
                    net.Classify({|NETGEN121:new float[Local]|});
                    int length = 5;
                    net.Classify({|NETGEN121:new float[length]|});
                    net.Classify({|NETGEN121:n > 5 ? new float[5] : any.AsSpan(0, 5)|});
                    new Keeper().Run(any);
                    net.Classify(_all.Span[5..9]);
                }
            }

            class Keeper
            {
                [Network(2)] [Dense(1)] private sealed partial class Hidden;
                public void Run(float[] any) => Hidden.Initialize(1).Forward({|NETGEN121:Sizes.Buffer|}, any);
            }

            static class Sizes { public static readonly float[] Buffer = new float[3]; }
            """;
        return Test(Source.Replace("class Keeper", "partial class Keeper", StringComparison.Ordinal), null);
    }

    /// <summary>Another file may need the field as it is.</summary>
    [Fact]
    public Task NotOfferedWhereAnotherFileSeesTheField() => new RuleTest<BufferAnalyzer, UseConstantFix>(
        """
        partial class Calls
        {
            private readonly float[] _buffer = new float[9];

            int Run(Net net) => net.Classify({|NETGEN121:_buffer|});
        }
        """ + Networks)
    {
        TestState = { Sources = { "partial class Calls { }" } },
    }.RunAsync();

    private static Task Test(string source, string? fixedSource) => new RuleTest<BufferAnalyzer, UseConstantFix>(
        source + Networks, fixedSource is null ? null : fixedSource + Networks)
    {
        FixedState = { MarkupHandling = MarkupMode.Allow },
        BatchFixedState = { MarkupHandling = MarkupMode.Allow },
    }.RunAsync();
}
