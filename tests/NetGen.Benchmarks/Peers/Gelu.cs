using System.Numerics.Tensors;

namespace NetGen.Benchmarks;

/// <summary>
/// The exact GELU, x (1 + erf(x / √2)) / 2, for the peers that have no error function: erf(z) = 1 - t p(t) exp(-z²) with
/// t = 1 / (1 + 0.3275911 z) for z >= 0, to 1.5e-7 (Abramowitz and Stegun 7.1.26).
/// </summary>
internal sealed class Gelu(int length)
{
    private const float T = 0.3275911f;
    private const float P1 = 0.254829592f, P2 = -0.284496736f, P3 = 1.421413741f, P4 = -1.453152027f, P5 = 1.061405429f;
    private static readonly float _rootOfHalf = MathF.Sqrt(0.5f);
    private readonly float[] _z = new float[length], _t = new float[length], _tail = new float[length];

    public static float Of(float x)
    {
        float z = MathF.Abs(x) * _rootOfHalf;
        float t = 1 / (1 + (T * z));
        float tail = ((((((((P5 * t) + P4) * t) + P3) * t) + P2) * t) + P1) * t * MathF.Exp(-z * z);
        return 0.5f * x * (1 + MathF.CopySign(1 - tail, x));
    }

    /// <summary>Replaces the values with TensorPrimitives' means, vector by vector in each step.</summary>
    public void Apply(Span<float> values)
    {
        Span<float> z = _z.AsSpan(0, values.Length), t = _t.AsSpan(0, values.Length), tail = _tail.AsSpan(0, values.Length);
        TensorPrimitives.Abs<float>(values, z);
        TensorPrimitives.Multiply(z, _rootOfHalf, z);
        TensorPrimitives.Multiply(z, T, t);
        TensorPrimitives.Add(t, 1, t);
        TensorPrimitives.Divide(1, t, t);
        TensorPrimitives.Multiply(t, P5, tail);
        foreach (float p in (ReadOnlySpan<float>)[P4, P3, P2, P1])
        {
            TensorPrimitives.Add(tail, p, tail);
            TensorPrimitives.Multiply(tail, t, tail);
        }

        TensorPrimitives.Multiply(z, z, z);
        TensorPrimitives.Negate<float>(z, z);
        TensorPrimitives.Exp<float>(z, z);
        TensorPrimitives.Multiply(tail, z, tail);
        TensorPrimitives.Subtract(1, tail, tail);
        TensorPrimitives.CopySign(tail, values, tail);
        TensorPrimitives.Add(tail, 1, tail);
        TensorPrimitives.Multiply(tail, 0.5f, tail);
        TensorPrimitives.Multiply(values, tail, values);
    }
}
