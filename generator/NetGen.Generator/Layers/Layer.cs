using NetGen.Generator.Code;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Layers;

/// <summary>
/// One layer with its shape. A kind of layer is one file that derives from this, and one line in <see cref="LayerKinds"/>.
/// </summary>
/// <param name="Kind">The kind, as in its attribute's name.</param>
/// <param name="Name">The layer's name: declared, or the kind and a number.</param>
/// <param name="DeclaredName">The name in the source, or null.</param>
internal abstract record Layer(
    string Kind, string Name, string? DeclaredName, int Inputs, int Outputs, Activation Activation)
{
    /// <summary>The layer's nested class of constants: its name as a C# identifier.</summary>
    public string Identifier => Identifiers.FromName(Name);

    public abstract long WeightCount { get; }

    public abstract long BiasCount { get; }

    public abstract long MultiplyAddCount { get; }

    public long ParameterCount => WeightCount + BiasCount;

    /// <summary>Whether the outputs are an affine map of the inputs, whatever the weights: no nonlinearity is applied.</summary>
    public abstract bool IsAffine { get; }

    /// <summary>The parameters in canonical order, as tensors of a weights file.</summary>
    public abstract EquatableArray<TensorShape> Tensors { get; }

    /// <summary>Whether the attribute gives any parameters.</summary>
    public abstract bool GivesParameters { get; }

    /// <summary>The parameters the attribute gives, in canonical order; null unless it gives all.</summary>
    public abstract EquatableArray<float>? Parameters { get; }

    /// <summary>How random weights are drawn: an expression over <c>random</c> and <c>parameters</c>.</summary>
    /// <param name="start">The index of the layer's first parameter.</param>
    public abstract string Initialization(long start);

    /// <summary>Chooses the layer's code.</summary>
    public abstract LayerPlan Plan();

    /// <summary>Chooses the layer's code in training.</summary>
    /// <param name="activation">The layer's activation; none where it is fused into the loss.</param>
    public abstract TrainingLayerPlan TrainingPlan(Activation activation);
}

/// <summary>A tensor of a layer: <c>weight</c> or <c>bias</c>, and its dimensions.</summary>
internal sealed record TensorShape(string Suffix, EquatableArray<int> Dimensions)
{
    public long Count => Dimensions.Aggregate(1L, (count, size) => unchecked(count * size));

    public string ShapeText => $"[{string.Join(", ", Dimensions)}]";
}

/// <summary>What a kind of layer is given to read its declaration.</summary>
internal sealed record LayerContext(int Index, string Name, string? DeclaredName, int Inputs, List<Problem> Problems)
{
    public void Report(string id, string message, string? argument = null) =>
        Problems.Add(new Problem(id, message, Index, argument));

    /// <summary>Reports an argument without a value.</summary>
    public void ReportUnknown(string argument) =>
        Problems.Add(new Problem("NETGEN007", Sizes.UnknownMessage($"'{argument}' of '{Name}'"), Index, argument)
        {
            IsCompilersError = true,
        });
}

/// <summary>All kinds of layers.</summary>
internal static class LayerKinds
{
    /// <summary>Gives the reader of a kind's declaration, or null for an unknown kind.</summary>
    public static Func<LayerDeclaration, LayerContext, Layer>? Reader(string kind) => kind switch
    {
        DenseLayer.KindName => DenseLayer.Read,
        _ => null,
    };
}
