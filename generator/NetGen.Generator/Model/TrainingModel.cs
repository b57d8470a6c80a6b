using NetGen.Generator.Declaration;

namespace NetGen.Generator.Model;

/// <summary>The losses, in the order of the runtime library's <c>NetGen.Loss</c>.</summary>
internal enum Loss
{
    CrossEntropy, BinaryCrossEntropy, MeanSquaredError, MeanAbsoluteError, Huber,
}

/// <summary>What a network is trained for.</summary>
internal sealed record TrainingModel(Loss Loss, float LabelSmoothing, float Delta)
{
    /// <summary>Whether targets are class numbers.</summary>
    public bool HasLabels => Loss == Loss.CrossEntropy;

    /// <summary>Whether an output layer's activation is computed with the loss: more exact, and with a simpler gradient.</summary>
    public bool Fuses(Activation activation) => Loss switch
    {
        Loss.CrossEntropy => activation.IsSoftmax(),
        Loss.BinaryCrossEntropy => activation == Activation.Sigmoid,
        _ => false,
    };

    /// <summary>Gives what is declared; values that are wrong are reported by <see cref="TrainingCheck"/>.</summary>
    public static TrainingModel? Of(TrainingDeclaration? declaration) => declaration is null
        ? null
        : new(LossOf(declaration) ?? default, declaration.Get("LabelSmoothing", 0f), declaration.Get("Delta", 1f));

    /// <summary>The declared loss; null where it is undefined or has no value.</summary>
    public static Loss? LossOf(TrainingDeclaration declaration)
    {
        int loss = declaration.Get("loss", -1);
        return Enum.IsDefined(typeof(Loss), loss) ? (Loss)loss : null;
    }
}
