namespace NetGen.Tests.Training.Losses;

/// <summary>Rows of values with NaN from the outputs to the stride, where nothing may be read, and their targets.</summary>
internal sealed class LossBatch<TTarget>(int rows, int outputs, int stride, TTarget[] targets)
{
    // No power of two, so that its rounding shows.
    public const float Scale = 0.3f;

    public float[] Values { get; } = [.. Enumerable.Repeat(float.NaN, rows * stride)];

    public TTarget[] Targets => targets;

    public int Rows => rows;

    public int Outputs => outputs;

    public int Stride => stride;

    public ref float this[int row, int output] => ref Values[(row * stride) + output];

    /// <summary>The gradients and losses, computed so many rows at a time.</summary>
    public (float[] Gradients, double[] Losses) Evaluate(LossRows<TTarget> loss, int block = int.MaxValue)
    {
        float[] gradients = [.. Enumerable.Repeat(float.NaN, Values.Length)];
        double[] losses = new double[rows];
        int length = targets.Length / rows;
        for (int row = 0; row < rows;)
        {
            int count = Math.Min(block, rows - row);
            loss(
                ref Values[row * stride],
                ref gradients[row * stride],
                stride,
                outputs,
                targets.AsSpan(row * length, count * length),
                Scale,
                losses.AsSpan(row, count));
            row += count;
        }

        return (gradients, losses);
    }

    /// <summary>Checks that all functions, and any split into blocks of rows, give the same bits.</summary>
    public void AssertSameBits(LossRows<TTarget>[] functions)
    {
        (float[] gradients, double[] losses) = Evaluate(functions[0]);
        foreach (LossRows<TTarget> function in functions)
        {
            foreach (int block in (int[])[rows, 7, 1])
            {
                (float[] otherGradients, double[] otherLosses) = Evaluate(function, block);
                Assert.Equal(gradients.Select(BitConverter.SingleToInt32Bits), otherGradients.Select(BitConverter.SingleToInt32Bits));
                Assert.Equal(losses.Select(BitConverter.DoubleToInt64Bits), otherLosses.Select(BitConverter.DoubleToInt64Bits));
            }
        }
    }

    /// <summary>Checks that gradients beyond the outputs are +0, and none is subnormal.</summary>
    public void AssertPadded(float[] gradients)
    {
        for (int i = 0; i < gradients.Length; i++)
        {
            Assert.False(float.IsSubnormal(gradients[i]));
            Assert.True(i % stride < outputs || BitConverter.SingleToInt32Bits(gradients[i]) == 0);
        }
    }
}
