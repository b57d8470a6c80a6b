using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class PartialWeightsTests
{
    [Theory]
    [InlineData(
        "[Network(1)] [Dense(1, Activation.Relu, Weights = [1], Bias = [1])] [{|#0:Dense(1)|}] [Dense(1)] partial class Net;",
        "'Dense2' has no weights in its attribute (layers with weights: 1 of 3): give them for every layer or for none")]
    [InlineData(
        "[Network(1)] [{|#0:Dense(1, Name = \"in\")|}, Dense(1, UseBias = false, Weights = [1])] partial class Net;",
        "'in' has no weights in its attribute (layers with weights: 1 of 2): give them for every layer or for none")]
    [InlineData(
        "[Network(1)] [{|#0:Dense(1, Weights = [1])|}] partial class Net;",
        "'Dense1' gives only one of 'Weights' and 'Bias': give both, or set UseBias = false")]
    [InlineData(
        "[Network(1)] [{|#0:Dense(1, Bias = [1])|}] partial class Net;",
        "'Dense1' gives only one of 'Weights' and 'Bias': give both, or set UseBias = false")]
    [InlineData(
        "[Network(1, {|#0:Weights = \"w\"|})] [Dense(1, Weights = [1], Bias = [1])] partial class Net;",
        "The weights come from the attributes and from 'w'; give one of the two")]
    public Task TheLayerOrTheFileIsMarked(string source, string message) => ShapeRule.Finds(
        Rules.PartialWeights, source, [ManifestText.Of("w", ("0.weight", "1x1", [1]), ("0.bias", "1", [1]))], message);

    [Theory]
    [InlineData("[Network(1)] [Dense(1)] [Dense(1)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(1, Weights = [1], Bias = [1])] [Dense(1, UseBias = false, Weights = [1])] partial class Net;")]
    [InlineData("[Network(1)] [Dense(1, Weights = [1], Bias = [1])] partial class One; [Network(1)] [Dense(1)] partial class Two;")]
    [InlineData("[Network(1)] [Dense(1, Weights = null)] partial class Net;")]
    public Task AllOrNoneAreRight(string source) => ShapeRule.FindsNothing(source);
}
