using System.Runtime.InteropServices;
using ProtoBuf;

namespace NetGen.Benchmarks.Onnx;

/// <summary>Writes a network as an ONNX model with a fixed number of samples: a Gemm for each layer, then its activation.</summary>
internal static class OnnxModel
{
    public const string Input = "input", Output = "output";

    // The first set with Gelu, which is the exact one unless asked for the approximation.
    private const long OperatorSet = 20;
    private const long IrVersion = 9;

    public static byte[] Of(Samples samples)
    {
        var graph = new GraphProto
        {
            Name = samples.Network.Name,
            Input = Value(Input, samples.Count, samples.Network.InputLength),
            Output = Value(Output, samples.Count, samples.Network.OutputLength),
        };
        DenseParameters[] layers = [.. samples.Layers()];
        string value = Input;
        for (int i = 0; i < layers.Length; i++)
        {
            string result = i == layers.Length - 1 ? Output : $"values{i}";
            Add(graph, layers[i], i, value, result);
            value = result;
        }

        using MemoryStream stream = new();
        Serializer.Serialize(stream, new ModelProto
        {
            IrVersion = IrVersion,
            OperatorSet = new OperatorSetProto { Version = OperatorSet },
            Graph = graph,
        });
        return stream.ToArray();
    }

    private static void Add(GraphProto graph, DenseParameters layer, int index, string input, string output)
    {
        string weights = $"weights{index}", bias = $"bias{index}";
        graph.Initializers.Add(Tensor(weights, layer.Weights, layer.Outputs, layer.Inputs));
        graph.Initializers.Add(Tensor(bias, layer.Bias, layer.Outputs));
        string? activation = layer.Activation == Activation.Identity ? null : layer.Activation.ToString();
        string sums = activation is null ? output : $"sums{index}";
        graph.Nodes.Add(new NodeProto
        {
            Operator = "Gemm",
            Inputs = [input, weights, bias],
            Output = sums,
            Attribute = new AttributeProto { Name = "transB", Value = 1 },
        });
        if (activation is not null)
        {
            // ONNX names these operators as the library does.
            graph.Nodes.Add(new NodeProto { Operator = activation, Inputs = [sums], Output = output });
        }
    }

    private static TensorProto Tensor(string name, float[] values, params long[] dimensions) =>
        new() { Name = name, Dimensions = dimensions, Data = MemoryMarshal.AsBytes<float>(values).ToArray() };

    private static ValueProto Value(string name, params int[] dimensions) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            Tensor = new TensorTypeProto
            {
                Shape = new ShapeProto { Dimensions = [.. dimensions.Select(d => new DimensionProto { Value = d })] },
            },
        },
    };
}
