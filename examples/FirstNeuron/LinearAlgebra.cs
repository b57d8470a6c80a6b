namespace FirstNeuron;

/// <summary>The arithmetic of a layer in plain loops, to compare with. Matrices are row-major.</summary>
internal static class LinearAlgebra
{
    /// <summary>W x + b: what a layer is before its activation.</summary>
    public static float[] Affine(ReadOnlySpan<float> weights, ReadOnlySpan<float> x, ReadOnlySpan<float> bias)
    {
        float[] sums = bias.ToArray();
        for (int row = 0; row < sums.Length; row++)
        {
            for (int column = 0; column < x.Length; column++)
            {
                sums[row] += weights[row * x.Length + column] * x[column];
            }
        }

        return sums;
    }

    /// <summary>The product of two matrices: left is [rows, inner], right [inner, columns].</summary>
    public static float[] Multiply(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int inner)
    {
        int rows = left.Length / inner;
        int columns = right.Length / inner;
        float[] product = new float[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                for (int i = 0; i < inner; i++)
                {
                    product[row * columns + column] += left[row * inner + i] * right[i * columns + column];
                }
            }
        }

        return product;
    }
}
