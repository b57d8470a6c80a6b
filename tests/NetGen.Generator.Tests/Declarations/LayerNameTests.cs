namespace NetGen.Generator.Tests;

/// <summary>Names of layers: any text names tensors, and gives an identifier for the layer's constants.</summary>
public class LayerNameTests
{
    [Theory]
    [InlineData("fc1", "fc1")]
    [InlineData("layers.0", "layers_0")]
    [InlineData("class", "class")]
    [InlineData("2nd", "_2nd")]
    [InlineData("record", "record")]
    [InlineData("head", "head")]
    [InlineData("var", "var")]
    [InlineData("await", "await")]
    [InlineData("field", "field")]
    [InlineData("a b/c-d", "a_b_c_d")]
    [InlineData("", "_")]
    [InlineData("über.層", "über_層")]
    [InlineData("quote\\\"\\n<&>\\t", "quote______")]
    [InlineData("\\u2028\\uFFFF", "__")]
    [InlineData("Dense2", "Dense2")]
    [InlineData("System", "System")]
    [InlineData("NetGen", "NetGen")]
    [InlineData("zero\\u200Dwidth", "zero_width")]
    public void ALayersConstantsStandUnderItsIdentifier(string name, string identifier)
    {
        using LoadedProgram program = GeneratorRun.Of(
            $$"""
            using global::NetGen;
            [Network(2)] [Dense(5, Name = "{{name}}")] [Dense(40, Activation.Relu, Name = "{{name}}Batch")] [Dense(3)]
            partial class Net { static int Run() => @{{identifier}}.Outputs; }
            """).Load();
        Assert.Equal(5, program.Call("Net", "Run"));
        NetworkUnderTest network = program.Network("Net").Initialize(1);
        string unescaped = System.Text.RegularExpressions.Regex.Unescape(name);
        Assert.Equal(
            string.Concat(unescaped.Select(c => c is '\n' or '\t' or '\u2028' or '\uFFFF' ? '_' : c)),
            network.Layers[0].Name);
        Assert.Equal("Dense3", network.Layers[2].Name);
        float[] outputs = new float[15];
        network.ForwardBatch(new float[10], outputs);
    }

    [Fact]
    public void AnUnnamedLayerKeepsItsNumberAmongTheNamed()
    {
        using LoadedProgram program = GeneratorRun.Of(
            "using NetGen; [Network(2)] [Dense(5)] [Dense(4, Name = \"middle\")] [Dense(3)] partial class Net;").Load();
        Assert.Equal(["Dense1", "middle", "Dense3"], program.Network("Net").Layers.Select(layer => layer.Name));
    }
}
