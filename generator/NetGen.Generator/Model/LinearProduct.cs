using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>The weights, [outputs, inputs] row-major, and the bias of the one layer that does what a chain does.</summary>
internal sealed record LinearProduct(IReadOnlyList<float> Weights, IReadOnlyList<float> Bias)
{
    /// <summary>
    /// Multiplies the weights in a chain's attributes: W = W2 W1 and b = W2 b1 + b2, rounded once, at the end. Null where
    /// a layer gives none, or the product is not finite.
    /// </summary>
    public static LinearProduct? Of(LinearChain chain)
    {
        double[]? weights = null;
        double[] bias = [];
        foreach (Layer layer in chain.Layers)
        {
            if (layer is not DenseLayer { Parameters: not null, Weights: { } own } dense)
            {
                return null;
            }

            double[] ownBias = [.. dense.UseBias ? dense.Bias!.Value.Select(value => (double)value) : new double[dense.Outputs]];
            bias = weights is null ? ownBias : [.. Multiply(own, dense.Inputs, bias).Zip(ownBias, (product, value) => product + value)];
            weights = weights is null ? [.. own.Select(value => (double)value)] : Multiply(own, dense.Inputs, weights);
        }

        LinearProduct product = new(Round(weights!), Round(bias));
        return product.Weights.Concat(product.Bias).Any(value => float.IsNaN(value) || float.IsInfinity(value)) ? null : product;
    }

    /// <summary>The product of two matrices in row-major order.</summary>
    private static double[] Multiply(EquatableArray<float> left, int inner, double[] right)
    {
        int rows = left.Count / inner, columns = right.Length / inner;
        double[] product = new double[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < inner; i++)
            {
                for (int column = 0; column < columns; column++)
                {
                    product[(row * columns) + column] += (double)left[(row * inner) + i] * right[(i * columns) + column];
                }
            }
        }

        return product;
    }

    private static float[] Round(double[] values) => [.. values.Select(value => (float)value)];
}
