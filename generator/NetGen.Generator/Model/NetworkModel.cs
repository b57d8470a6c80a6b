using NetGen.Generator.Declaration;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>A network with all shapes inferred.</summary>
internal sealed record NetworkModel(
    string Namespace,
    EquatableArray<TypePart> Containers,
    TypePart Type,
    int Inputs,
    EquatableArray<Layer> Layers,
    WeightSource Weights,
    bool HasDebuggerDisplay,
    EquatableArray<Problem> Problems)
{
    /// <summary>The class's name as code has it, from the global namespace on.</summary>
    public string FullName => "global::" + (Namespace.Length > 0 ? Namespace + "." : "")
        + string.Concat(Containers.Select(container => container.Identifier + ".")) + Type.Identifier;

    public int Outputs => Layers.Count == 0 ? Inputs : Layers[Layers.Count - 1].Outputs;

    public long ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    public long MultiplyAddCount => Layers.Sum(layer => layer.MultiplyAddCount);

    public long ParameterBytes => unchecked(ParameterCount * sizeof(float));

    /// <summary>
    /// Whether a generated part of the class compiles. One that does not would hide the rule's own error: the compiler runs
    /// no analyzers where declarations are wrong.
    /// </summary>
    public bool CanExtend { get; init; } = true;

    /// <summary>What the network leaves of its weights file; null without one.</summary>
    public UnusedTensors? Unused { get; init; }

    /// <summary>What the network is trained for; null unless it is trainable.</summary>
    public TrainingModel? Training { get; init; }

    /// <summary>Whether the network cannot run.</summary>
    public bool HasErrors => Problems.Any(problem => !problem.IsAdvice);

    /// <summary>Whether the outputs are probabilities of classes, or their logarithms.</summary>
    public bool IsClassifier => Layers.Count > 0 && Layers[Layers.Count - 1].Activation.IsSoftmax();
}

/// <summary>Where <c>Default</c> takes its parameters from.</summary>
internal abstract record WeightSource
{
    /// <summary>The program has no weights, and the network no <c>Default</c>.</summary>
    public sealed record None : WeightSource;

    /// <summary>All parameters, in canonical order, as constants in the code.</summary>
    public sealed record Values(EquatableArray<float> Parameters) : WeightSource;

    /// <summary>An embedded safetensors file.</summary>
    public sealed record Resource(string Name) : WeightSource;
}
