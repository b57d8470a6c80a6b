namespace NetGen;

/// <summary>Functions that, unlike those of <see cref="Math"/>, give the same bits on every machine.</summary>
internal static class Arithmetic
{
    /// <summary>A power, by repeated squaring.</summary>
    public static double Power(double x, long exponent)
    {
        double result = 1;
        for (; exponent > 0; exponent >>= 1, x *= x)
        {
            result *= (exponent & 1) == 1 ? x : 1;
        }

        return result;
    }

    /// <summary>cos(π x) for x from 0 to 1, by Taylor's series of cosine or sine up to π / 4.</summary>
    public static double CosineOfPi(double x)
    {
        if (x > 0.5)
        {
            return -CosineOfPi(1 - x);
        }

        bool isSine = x > 0.25;
        double angle = Math.PI * (isSine ? 0.5 - x : x), square = angle * angle;
        double term = isSine ? angle : 1, sum = term;
        for (int i = isSine ? 2 : 1; i < 20; i += 2)
        {
            term *= -square / (i * (i + 1));
            sum += term;
        }

        return sum;
    }
}
