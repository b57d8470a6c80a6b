using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>One tensor of a layer, as the layer declares it. For generated code.</summary>
/// <param name="Suffix">What follows the layer's prefix in the tensor's name: <c>weight</c> or <c>bias</c>.</param>
/// <param name="Dimensions">The shape, such as [outputs, inputs], row-major.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TensorShape(string Suffix, params int[] Dimensions)
{
    internal long ElementCount => Dimensions.Aggregate(1L, (product, dimension) => product * dimension);
}
