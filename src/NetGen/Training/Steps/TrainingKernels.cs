using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// The products of one network's training, written for its shapes. All matrices are row-major and start on a 64-byte boundary;
/// rows are computed a few at a time, so that up to 23 rows behind the last must be there, and are overwritten. For generated code.
/// </summary>
/// <param name="tensors">The network's parameters as tensors of a file.</param>
/// <param name="layers">The layers, in order.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TrainingKernels(LayerTensors[] tensors, params TrainingLayer[] layers)
{
    internal LayerTensors[] Tensors => tensors;

    internal TrainingLayer[] Layers => layers;

    /// <summary>A layer's forward pass, which keeps what the way back needs.</summary>
    /// <param name="layer">The layer's index.</param>
    /// <param name="inputs">[rows, input stride].</param>
    /// <param name="parameters">The layer's parameters.</param>
    /// <param name="values">
    /// Receives the outputs, [rows, output stride]; of the last layer the sums, where its activation is fused into the loss.
    /// </param>
    /// <param name="derivatives">Receives the activation's derivatives at the same places, unless they are not needed.</param>
    /// <param name="rows">The number of rows.</param>
    public abstract void Forward(
        int layer, ref float inputs, ref float parameters, ref float values, ref float derivatives, nuint rows);

    /// <summary>Turns the loss's gradient by the network's outputs into that by the last layer's sums.</summary>
    /// <param name="values">The outputs, [rows, output stride].</param>
    /// <param name="derivatives">The activation's derivatives.</param>
    /// <param name="gradients">The gradients, which are changed.</param>
    /// <param name="rows">The number of rows.</param>
    public abstract void OutputGradient(ref float values, ref float derivatives, ref float gradients, nuint rows);

    /// <summary>Takes the loss's gradient by a layer's sums to that by the sums of the layer before.</summary>
    /// <param name="layer">The layer's index, from 1.</param>
    /// <param name="gradients">The gradients by the layer's sums, [rows, output stride].</param>
    /// <param name="transposed">The layer's weights, transposed.</param>
    /// <param name="values">The layer's inputs: the outputs of the layer before, [rows, input stride].</param>
    /// <param name="derivatives">The derivatives of the layer before, which its gradients replace.</param>
    /// <param name="rows">The number of rows.</param>
    public abstract void Backward(
        int layer, ref float gradients, ref float transposed, ref float values, ref float derivatives, nuint rows);

    /// <summary>Sums the gradient of weights over the rows, in their order.</summary>
    /// <param name="layer">The layer's index.</param>
    /// <param name="panels">The neighbouring panels to compute: 2; the last ones of an odd number 3; 1 where there is no other.</param>
    /// <param name="inputs">The layer's inputs, from the first one to compute on.</param>
    /// <param name="gradients">The gradients by the sums, from the first panel's on.</param>
    /// <param name="weights">Receives the weights' gradients, from the first panel's first input on.</param>
    /// <param name="count">The inputs to compute; up to the last input, or a multiple of 24.</param>
    /// <param name="rows">The number of rows: no others are read.</param>
    public abstract void WeightGradient(
        int layer, int panels, ref float inputs, ref float gradients, ref float weights, nuint count, nuint rows);
}
