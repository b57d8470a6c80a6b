namespace NetGen.Generator.Tests;

/// <summary>The sizes of a network are constants wherever C# wants one.</summary>
public class ConstantTests
{
    [Fact]
    public void ConstantsServeAsSizesLabelsAndAttributeArguments()
    {
        using LoadedProgram program = GeneratorRun.Of(
            """
            using NetGen;
            [Network(784)] [Dense(256, Activation.Relu)] [Dense(128, Activation.Relu)] [Dense(10, Activation.Softmax)]
            public sealed partial class Net;
            [System.Obsolete(Net.Summary)]
            static class Use
            {
                private const string Header = "layers: " + nameof(Net.Dense2);
                private static readonly int[] _sizes = new int[Net.InputLength] { ZEROS };
                [System.ComponentModel.DefaultValue(Net.ParameterCount)]
                static string Run(int size = Net.Dense1.Outputs / 2)
                {
                    System.Span<float> output = stackalloc float[Net.OutputLength];
                    object[] all =
                    [
                        Net.InputLength, Net.OutputLength, Net.LayerCount, Net.ParameterCount, Net.MultiplyAddCount,
                        Net.ParameterBytes, Net.Dense1.Inputs, Net.Dense1.Outputs, Net.Dense1.WeightCount,
                        Net.Dense1.BiasCount, Net.Dense1.ParameterCount, Net.Dense1.MultiplyAddCount,
                        output.Length, _sizes.Length,
                    ];
                    switch (size)
                    {
                        case Net.Dense2.Outputs: return Header + " " + string.Join(" ", all);
                        case Net.OutputLength: return "";
                        default: return "";
                    }
                }
                static string Start() => Run();
                static int Limit(int size = Net.WorkspaceLength) => size;
            }
            """.Replace("ZEROS", string.Join(", ", Enumerable.Repeat("0", 784)), StringComparison.Ordinal)).Load();
        Assert.Equal(
            "layers: Dense2 784 10 3 235146 234752 940584 784 256 200704 256 200960 200704 10 784",
            program.Call("Use", "Start"));
    }

    [Fact]
    public void TheSummaryIsATableWithTotals()
    {
        using LoadedProgram program = GeneratorRun.Of(
            """
            namespace A { using NetGen;
            [Network(784)] [Dense(256, Activation.Relu)] [Dense(128, Activation.GeluTanh, Name = "a|b")]
            [Dense(10, Activation.Softmax)]
            partial class @class; }
            """).Load();
        string[] lines = program.Network("A.class").Summary.Split('\n');
        Assert.Equal("class", lines[0]);
        Assert.Contains("Dense1   (256)          ReLU             200,960", lines);
        Assert.Contains("a|b      (128)          GELU (tanh)       32,896", lines);
        Assert.Contains("Dense3   (10)           softmax            1,290", lines);
        Assert.Contains("235,146 parameters (918.5 KiB)", lines);
        Assert.Contains("234,752 multiply-adds a sample", lines);
    }

    /// <summary>
    /// A network that no memory holds can still be counted; it compiles, and says why it does not run.
    /// </summary>
    [Fact]
    public void CountsGoBeyondAnInt()
    {
        using LoadedProgram program = GeneratorRun.Of(
            """
            using NetGen;
            [Network(60_000)] [Dense(60_000)] partial class Net
            {
                const long Count = ParameterCount + 0 * MultiplyAddCount;
                static long Run() => Count == 3_600_060_000 ? Dense1.WeightCount : 0;
            }
            [Network(16_777_216)] [Dense(16_777_216)] [Dense(16_777_216)] [Dense(1)] partial class Largest;
            """).Load();
        Assert.Equal(3_600_000_000L, program.Call("Net", "Run"));
        Assert.Equal(3_600_060_000, program.Network("Net").ParameterCount);
        string message = Assert.Throws<InvalidOperationException>(() => program.Network("Net").Initialize(1)).Message;
        Assert.Contains("3,600,060,000 parameters", message, StringComparison.Ordinal);
        Assert.Equal((2L << 48) + (3L << 24) + 1, program.Network("Largest").ParameterCount);
    }

    [Fact]
    public void TheLargestNetworkThatFitsCompiles()
    {
        using LoadedProgram program = GeneratorRun.Of(
            """
            using NetGen;
            [Network(32_767)] [Dense(65_520)] partial class Wide;
            [Network(16_777_216)] [Dense(3)] partial class Long;
            [Network(3)] [Dense(16_777_216, Activation.Softmax)] [Dense(1)] partial class Broad;
            """).Load();
        Assert.Equal(0, program.Network("Long").ParameterCount - (3L << 24) - 3);
        Assert.Equal(65_520L * 32_768, program.Network("Wide").ParameterCount);
    }

    [Fact]
    public void ArithmeticThatIsCheckedForOverflowChangesNothing()
    {
        var compilation = TestCompilation.Of(
            """
            using NetGen;
            [Network(100)] [Dense(300, Activation.Gelu)] [Dense(3, Activation.Softmax)] partial class Net;
            """);
        using LoadedProgram plain = GeneratorRun.Of(compilation).Load();
        using LoadedProgram isChecked =
            GeneratorRun.Of(compilation.WithOptions(compilation.Options.WithOverflowChecks(true))).Load();
        float[] input = [.. Enumerable.Range(0, 100).Select(i => i / 50f)];
        float[] expected = plain.Network("Net").Initialize(1).Forward(input);
        Assert.Equal(expected, isChecked.Network("Net").Initialize(1).Forward(input));
    }
}
