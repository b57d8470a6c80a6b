using System.Globalization;
using NetGen.Generator.Code;

namespace NetGen.Generator.Tests;

/// <summary>The generated text is the same bytes everywhere.</summary>
public class TextTests
{
    private const string Source =
        """
        using NetGen;
        namespace Users
        {
            [Network(1234, MaxParameters = 10_000_000)]
            [Dense(300, Activation.LeakyRelu, Alpha = -0.25f)] [Dense(3)] [Dense(33, Activation.LogSoftmax)]
            partial class Large;
            [Network(2)]
            [Dense(2, Weights = [-1.5f, 1e-20f, float.NegativeInfinity, -0f], Bias = [float.NaN, 1234567f])]
            partial class Small;
            [Network(-5)] [Dense(-1234567)] partial class Wrong;
        }
        """;

    [Fact]
    public void TheCultureChangesNothing()
    {
        string[] hostile = Texts(Source);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        string[] invariant = Texts(Source);
        CultureInfo.CurrentCulture = HostileCulture.Instance;
        Assert.Equal(3, invariant.Length);
        Assert.Equal(invariant, hostile);
    }

    [Fact]
    public void LineEndsInTheSourceChangeNothing()
    {
        string[] texts = Texts(Source);
        Assert.Equal(texts, Texts(Source.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void LinesEndWithoutSpacesAndTheFileWithALineEnd() => Assert.All(Texts(Source), text =>
    {
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    });

    [Fact]
    public void LiteralsGiveTheSameFloat()
    {
        Random random = new(2);
        for (int i = 0; i < 100_000; i++)
        {
            float value = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            if (float.IsFinite(value))
            {
                float read = float.Parse(Literal.Of(value)[..^1], CultureInfo.InvariantCulture);
                Assert.Equal(BitConverter.SingleToInt32Bits(value), BitConverter.SingleToInt32Bits(read));
            }
        }
    }

    private static string[] Texts(string source) =>
        [.. GeneratorRun.Of(source).Sources.Select(generated => generated.SourceText.ToString())];
}
