using ProtoBuf;

namespace NetGen.Benchmarks.Onnx;

// The part of onnx.proto (https://github.com/onnx/onnx) that a chain of dense layers needs.

[ProtoContract]
internal sealed record ModelProto
{
    [ProtoMember(1)]
    public long IrVersion { get; init; }

    [ProtoMember(7)]
    public required GraphProto Graph { get; init; }

    [ProtoMember(8)]
    public required OperatorSetProto OperatorSet { get; init; }
}

[ProtoContract]
internal sealed record OperatorSetProto
{
    [ProtoMember(2)]
    public long Version { get; init; }
}

[ProtoContract]
internal sealed record GraphProto
{
    [ProtoMember(1)]
    public List<NodeProto> Nodes { get; } = [];

    [ProtoMember(2)]
    public required string Name { get; init; }

    [ProtoMember(5)]
    public List<TensorProto> Initializers { get; } = [];

    [ProtoMember(11)]
    public required ValueProto Input { get; init; }

    [ProtoMember(12)]
    public required ValueProto Output { get; init; }
}

[ProtoContract]
internal sealed record NodeProto
{
    [ProtoMember(1)]
    public required string[] Inputs { get; init; }

    [ProtoMember(2)]
    public required string Output { get; init; }

    [ProtoMember(4)]
    public required string Operator { get; init; }

    [ProtoMember(5)]
    public AttributeProto? Attribute { get; init; }
}

/// <summary>An attribute whose value is an integer.</summary>
[ProtoContract]
internal sealed record AttributeProto
{
    [ProtoMember(1)]
    public required string Name { get; init; }

    [ProtoMember(3)]
    public long Value { get; init; }

    [ProtoMember(20, IsRequired = true)]
    public int Type { get; init; } = 2;
}

/// <summary>A constant tensor of float32.</summary>
[ProtoContract]
internal sealed record TensorProto
{
    [ProtoMember(1)]
    public required long[] Dimensions { get; init; }

    [ProtoMember(2, IsRequired = true)]
    public int ElementType { get; init; } = 1;

    [ProtoMember(8)]
    public required string Name { get; init; }

    [ProtoMember(9)]
    public required byte[] Data { get; init; }
}

/// <summary>An input or output of the graph: its name and type.</summary>
[ProtoContract]
internal sealed record ValueProto
{
    [ProtoMember(1)]
    public required string Name { get; init; }

    [ProtoMember(2)]
    public required TypeProto Type { get; init; }
}

[ProtoContract]
internal sealed record TypeProto
{
    [ProtoMember(1)]
    public required TensorTypeProto Tensor { get; init; }
}

/// <summary>A tensor of float32.</summary>
[ProtoContract]
internal sealed record TensorTypeProto
{
    [ProtoMember(1, IsRequired = true)]
    public int ElementType { get; init; } = 1;

    [ProtoMember(2)]
    public required ShapeProto Shape { get; init; }
}

[ProtoContract]
internal sealed record ShapeProto
{
    [ProtoMember(1)]
    public required DimensionProto[] Dimensions { get; init; }
}

[ProtoContract]
internal sealed record DimensionProto
{
    [ProtoMember(1)]
    public long Value { get; init; }
}
