using NetGen.Generator.Code;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Layers;

/// <summary>A fully connected layer: activation(weights · inputs + bias), weights [outputs, inputs].</summary>
internal sealed record DenseLayer(
    string Name,
    string? DeclaredName,
    int Inputs,
    int Outputs,
    Activation Activation,
    float Alpha,
    bool UseBias,
    bool SparseInput,
    EquatableArray<float>? Weights,
    EquatableArray<float>? Bias)
    : Layer(KindName, Name, DeclaredName, Inputs, Outputs, Activation)
{
    public const string KindName = "Dense";

    /// <summary>Has 0 and -0, which are equal as numbers, compared as different slopes.</summary>
    public int AlphaBits { get; } = FloatBits.Of(Alpha);

    public override long WeightCount => (long)Inputs * Outputs;

    public override long BiasCount => UseBias ? Outputs : 0;

    public override long MultiplyAddCount => WeightCount;

    public override bool IsAffine => Activation.IsIdentity(Alpha);

    public override EquatableArray<TensorShape> Tensors
    {
        get
        {
            TensorShape weight = new("weight", new([Outputs, Inputs]));
            return UseBias ? new([weight, new("bias", new([Outputs]))]) : new([weight]);
        }
    }

    public override bool GivesParameters => Weights is not null || Bias is not null;

    public override EquatableArray<float>? Parameters =>
        Weights is null || (UseBias && Bias is null) ? null
        : UseBias ? new EquatableArray<float>(Weights.Value.Concat(Bias!.Value))
        : Weights;

    public override string Initialization(long start)
    {
        string weights = $"parameters.Slice({Literal.Of(start)}, {Literal.Of(WeightCount)})";
        return Activation.IsReluFamily()
            ? $"Initializer.HeNormal(ref random, {weights}, {Literal.Of(Inputs)}"
                + (Activation == Activation.LeakyRelu ? $", {Literal.Of(Alpha)})" : ")")
            : $"Initializer.GlorotUniform(ref random, {weights}, {Literal.Of(Inputs)}, {Literal.Of(Outputs)})";
    }

    public static Layer Read(LayerDeclaration declaration, LayerContext context)
    {
        foreach (string argument in new[] { "inputs", "outputs", "activation", "UseBias", "Alpha", "SparseInput" })
        {
            if (declaration.IsUnknown(argument) || (argument == "outputs" && !declaration.Has(argument)))
            {
                context.ReportUnknown(argument);
            }
        }

        int outputs = Sizes.Check(declaration, "outputs", context);
        int inputs = context.Inputs;
        EquatableArray<float>? weights = declaration.GetFloats("Weights"), bias = declaration.GetFloats("Bias");
        bool isChained = true;
        if (declaration.Has("inputs"))
        {
            int declared = Sizes.Check(declaration, "inputs", context);
            isChained = declared == inputs;
            if (!isChained && Sizes.AreKnown(context.Problems))
            {
                // Weights for the declared inputs would not fit the right ones.
                bool isFixable = weights is null || weights.Value.Count == (long)inputs * outputs;
                context.Problems.Add(new Problem(
                    "NETGEN101",
                    $"'{context.Name}' declares {Grouped.Number(declared)} inputs, but "
                        + (context.Index == 0 ? "the network has " : "the layer before it gives ") + Grouped.Number(inputs),
                    context.Index,
                    "inputs",
                    isFixable ? Literal.Of(inputs) : null));
            }
        }

        int activation = declaration.Get("activation", 0);
        if (!Enum.IsDefined(typeof(Activation), activation))
        {
            context.Report(
                "NETGEN007",
                $"'{context.Name}' has the undefined activation {Grouped.Number(activation)}, expected 0 to "
                    + Grouped.Number(Enum.GetValues(typeof(Activation)).Length - 1),
                "activation");
            activation = 0;
        }

        float alpha = declaration.Get("Alpha", (Activation)activation == Activation.LeakyRelu ? 0.01f : 1f);
        if (float.IsNaN(alpha) || float.IsInfinity(alpha))
        {
            context.Report(
                "NETGEN007",
                FormattableString.Invariant($"'Alpha' of '{context.Name}' is {alpha}, expected a finite number"),
                "Alpha");
        }

        bool sparseInput = declaration.Get("SparseInput", false);
        if (sparseInput && context.Index > 0)
        {
            context.Report(
                "NETGEN007", $"'SparseInput' of '{context.Name}' is true, expected on the first layer only", "SparseInput");
        }

        bool useBias = declaration.Get("UseBias", true);
        if (Sizes.AreKnown(context.Problems))
        {
            if (isChained)
            {
                ParameterArray.CheckLength(
                    context, "Weights", weights, (long)inputs * outputs, $"[outputs, inputs] is [{outputs}, {inputs}]");
            }

            ParameterArray.CheckLength(context, "Bias", bias, useBias ? outputs : 0, useBias ? "one an output" : "UseBias is false");
        }

        ParameterArray.CheckValues(context, "Weights", weights);
        ParameterArray.CheckValues(context, "Bias", bias);
        return new DenseLayer(
            context.Name,
            context.DeclaredName,
            inputs,
            outputs,
            (Activation)activation,
            alpha,
            useBias,
            sparseInput,
            weights,
            bias);
    }

    public override TrainingLayerPlan TrainingPlan(Activation activation) =>
        new(Identifier.TrimStart('@'), Inputs, Outputs, UseBias, activation, Alpha);

    public override LayerPlan Plan() => MatrixPlan.Choose(Inputs, Outputs, UseBias, SparseInput, Activation, Alpha);
}
