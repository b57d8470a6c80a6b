namespace NetGen;

/// <summary>
/// Makes a network trainable: the generator writes its backward pass, a nested class <c>Trainer</c> and <c>CreateTrainer</c>.
/// </summary>
/// <param name="loss">What training makes small.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class TrainableAttribute(Loss loss) : Attribute
{
    /// <summary>What training makes small.</summary>
    public Loss Loss { get; } = loss;

    /// <summary>
    /// For <see cref="Loss.CrossEntropy"/>: the part of each target that is spread evenly over all classes, from 0, the
    /// default, to below 1. Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", 2016.
    /// </summary>
    public float LabelSmoothing { get; set; }

    /// <summary>For <see cref="Loss.Huber"/>: the error from which the loss is linear, above 0; 1 unless set.</summary>
    public float Delta { get; set; } = 1;
}
