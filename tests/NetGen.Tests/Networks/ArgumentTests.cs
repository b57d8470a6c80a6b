#pragma warning disable NETGEN121, NETGEN122, NETGEN123 // The calls are wrong on purpose.

namespace NetGen.Tests.Networks;

/// <summary>Wrong arguments: an exception with the name and both lengths, and nothing written.</summary>
public class ArgumentTests
{
    private static readonly Mlp4To10 _network = Mlp4To10.Default;
    private readonly float[] _untouched = [.. Enumerable.Repeat(-7f, 64)];

    [Fact]
    public void InputLengthIsChecked() =>
        AssertThrows("input", "3", "4", output => _network.Forward(new float[3], output.AsSpan(0, 10)));

    [Fact]
    public void OutputLengthIsChecked() =>
        AssertThrows("output", "11", "10", output => _network.Forward(new float[4], output.AsSpan(0, 11)));

    [Fact]
    public void BatchInputsAreWholeSamples() =>
        AssertThrows("inputs", "7", "4", output => _network.ForwardBatch(new float[7], output.AsSpan(0, 10)));

    [Fact]
    public void BatchOutputsFitTheInputs() =>
        AssertThrows("outputs", "30", "20", output => _network.ForwardBatch(new float[8], output.AsSpan(0, 30)));

    [Fact]
    public void ClassifyChecksItsInput()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("input", () => _network.Classify(new float[5]));
        Assert.Contains("5", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WorkspaceLengthIsChecked()
    {
        int needed = Mlp64To16.WorkspaceLength;
        var network = Mlp64To16.Initialize(1);
        AssertThrows(
            "workspace",
            $"{needed - 1}",
            $"{needed}",
            output => network.Forward(new float[64], output.AsSpan(0, 16), new float[needed - 1]));
        AssertThrows(
            "workspace", "0", $"{needed}", output => network.ForwardBatch(new float[64], output.AsSpan(0, 16), []));
    }

    [Fact]
    public void ParallelBatchesAreCheckedAlike()
    {
        AssertThrows("inputs", "7", "4", output => _network.ForwardBatch(new float[7], output.AsSpan(0, 10), -1));
        AssertThrows("outputs", "30", "20", output => _network.ForwardBatch(new float[8], output.AsSpan(0, 30), 2));
        Assert.Throws<ArgumentException>(() => _network.ForwardBatch(_untouched.AsSpan(0, 4), _untouched.AsSpan(3, 10), -1));
        Assert.All(_untouched, value => Assert.Equal(-7f, value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(int.MinValue)]
    public void TheDegreeOfParallelismIsChecked(int degree)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "maxDegreeOfParallelism", () => _network.ForwardBatch(new float[4], _untouched.AsSpan(0, 10), degree));
        Assert.All(_untouched, value => Assert.Equal(-7f, value));
    }

    [Fact]
    public void OverlapIsRefused()
    {
        float[] memory = new float[Mlp64To16.WorkspaceLength + 100];
        var network = Mlp64To16.Initialize(1);
        Assert.Throws<ArgumentException>(() => network.Forward(memory.AsSpan(0, 64), memory.AsSpan(63, 16)));
        Assert.Throws<ArgumentException>(() => network.ForwardBatch(memory.AsSpan(0, 64), memory.AsSpan(8, 16)));
        Assert.Throws<ArgumentException>(
            () => network.Forward(memory.AsSpan(0, 64), memory.AsSpan(64, 16), memory.AsSpan(79)));
        Assert.Throws<ArgumentException>(
            () => network.ForwardBatch(memory.AsSpan(0, 64), memory.AsSpan(64, 16), memory.AsSpan(63)));
        Assert.All(memory, value => Assert.Equal(0, value));
    }

    [Fact]
    public void ParameterLengthsAreChecked()
    {
        Assert.Throws<ArgumentException>("parameters", () => Mlp4To10.FromParameters(new float[66]));
        AssertThrows("destination", "64", "67", destination => _network.CopyParametersTo(destination));
    }

    [Fact]
    public void AnEmptyBatchIsFine()
    {
        _network.ForwardBatch([], []);
        _network.ForwardBatch([], [], -1);
    }

    private void AssertThrows(string parameter, string found, string expected, Action<float[]> run)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(parameter, () => run(_untouched));
        Assert.Contains($"'{parameter}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(found, exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.All(_untouched, value => Assert.Equal(-7f, value));
    }
}
