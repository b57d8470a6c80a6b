using NetGen;

namespace FirstNeuron;

/// <summary>
/// Two layers without an activation between them: a mistake that costs time and buys nothing. The build finds it as
/// NETGEN201, a missing nonlinearity.
/// </summary>
#pragma warning disable NETGEN201 // Missing nonlinearity between layers: it is what this section shows.
[Network(3)]
[Dense(4,
    Weights = [
        1, 2, 0,
        -1, 1, 1,
        0, 3, -2,
        2, 0, 1],
    Bias = [1, 0, -1, 2])]
[Dense(2,
    Weights = [
        1, -1, 2, 0,
        0, 3, 1, -2],
    Bias = [0.5f, -1])]
#pragma warning restore NETGEN201
public sealed partial class TwoLinearLayers;

/// <summary>The one layer that does the same.</summary>
[Network(3)]
[Dense(2)]
public sealed partial class OneLinearLayer;

internal static class LinearLayersSection
{
    public static void Run()
    {
        Console.WriteLine(TwoLinearLayers.Summary);
        Console.WriteLine();

        // W2 (W1 x + b1) + b2 = (W2 W1) x + (W2 b1 + b2): again a matrix times x plus a vector.
        Span<float> parameters = stackalloc float[(int)TwoLinearLayers.ParameterCount];
        TwoLinearLayers.Default.CopyParametersTo(parameters);

        // 4 x 3 weights and 4 bias values, then 2 x 4 weights and 2 bias values.
        ReadOnlySpan<float> weights1 = parameters[..12];
        ReadOnlySpan<float> bias1 = parameters[12..16];
        ReadOnlySpan<float> weights2 = parameters[16..24];
        ReadOnlySpan<float> bias2 = parameters[24..];
        float[] weights = LinearAlgebra.Multiply(weights2, weights1, inner: TwoLinearLayers.Dense1.Outputs);
        float[] bias = LinearAlgebra.Affine(weights2, bias1, bias2);
        OneLinearLayer single = OneLinearLayer.FromParameters([.. weights, .. bias]);
        Console.WriteLine($"W = W2 W1:      [{string.Join(", ", weights[..3])}], [{string.Join(", ", weights[3..])}]");
        Console.WriteLine($"b = W2 b1 + b2: [{string.Join(", ", bias)}]");
        Console.WriteLine();

        Span<float> two = stackalloc float[TwoLinearLayers.OutputLength];
        Span<float> one = stackalloc float[OneLinearLayer.OutputLength];
        Console.WriteLine("       input      two layers       one layer");
        foreach (float[] x in (float[][])[[1, 0, 0], [0, 1, 0], [0, 0, 1], [0.5f, -2, 3]])
        {
            TwoLinearLayers.Default.Forward(x, two);
            single.Forward(x, one);
            Console.WriteLine($"{string.Join(", ", x),12}   {two[0],6} {two[1],6}   {one[0],6} {one[1],6}");
        }

        Console.WriteLine();
        Console.WriteLine(
            $"{TwoLinearLayers.ParameterCount} parameters do the work of {OneLinearLayer.ParameterCount}: "
                + $"{TwoLinearLayers.ParameterCount - OneLinearLayer.ParameterCount} are wasted. "
                + "An Activation.Relu after the first layer gives them something to do.");
    }
}
