using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>The tensors of one layer that has parameters, as the layer declares them. For generated code.</summary>
/// <param name="Layer">What to call the layer in a message, such as <c>Dense1</c>.</param>
/// <param name="Name">The layer's declared name, which is the prefix of its tensors in a file; or null.</param>
/// <param name="SavedPrefix">
/// The prefix to save its tensors under: the name, or the layer's index in an <c>nn.Sequential</c> of the network.
/// </param>
/// <param name="Tensors">The tensors, in the order in which their values stand among the parameters.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record LayerTensors(string Layer, string? Name, string SavedPrefix, params TensorShape[] Tensors)
{
    /// <summary>The number of parameters in all layers.</summary>
    /// <exception cref="ArgumentException">They are more than one array can hold.</exception>
    internal static int CountParameters(ReadOnlySpan<LayerTensors> layers)
    {
        long count = 0;
        foreach (LayerTensors layer in layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                count += tensor.ElementCount;
            }
        }

        return count <= Array.MaxLength
            ? (int)count
            : throw new ArgumentException(
                $"A network whose weights are in memory can have {Array.MaxLength} parameters, but has {count}.",
                nameof(layers));
    }
}
