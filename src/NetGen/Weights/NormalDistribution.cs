namespace NetGen.CompilerServices;

/// <summary>
/// The standard normal distribution, from IEEE additions, multiplications, divisions and square roots only: the library
/// functions <see cref="Math.Log(double)"/> and the like may differ from one platform to the next.
/// </summary>
internal static class NormalDistribution
{
    /// <summary>
    /// The value below which a share of all draws lies, to about 16 digits: routine PPND16 of Wichura, "Algorithm AS
    /// 241: the percentage points of the normal distribution", Applied Statistics 37 (1988).
    /// </summary>
    /// <param name="share">Above 0 and below 1.</param>
    public static double Quantile(double share)
    {
        double q = share - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double central = 0.180625 - (q * q);
            return q * Ratio(
                central,
                [
                    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
                    4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
                ],
                [
                    1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                    2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
                ]);
        }

        double r = Math.Sqrt(-Log(q < 0 ? share : 1 - share));
        double size = r <= 5
            ? Ratio(
                r - 1.6,
                [
                    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
                    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
                    2.27238449892691845833e-2, 7.74545014278341407640e-4,
                ],
                [
                    1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
                    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
                    1.05075007164441684324e-9,
                ])
            : Ratio(
                r - 5,
                [
                    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
                    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                    2.71155556874348757815e-5, 2.01033439929228813265e-7,
                ],
                [
                    1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
                    2.04426310338993978564e-15,
                ]);
        return q < 0 ? -size : size;
    }

    /// <summary>The natural logarithm of a positive normal number, within 2 ulp.</summary>
    public static double Log(double x)
    {
        // x = m 2^e with m around 1, and log m = 2 artanh((m - 1) / (m + 1)), a series whose terms fall by 34 or more.
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & ((1L << 52) - 1)) | (1023L << 52));
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        double s = (m - 1) / (m + 1);
        double square = s * s;
        double sum = 0;
        for (int k = 23; k >= 3; k -= 2)
        {
            sum = (sum + (1.0 / k)) * square;
        }

        return (exponent * 0.6931471805599453) + (2 * (s + (s * sum)));
    }

    /// <summary>One polynomial over another, each with its coefficients from the constant up.</summary>
    private static double Ratio(double x, ReadOnlySpan<double> above, ReadOnlySpan<double> below)
    {
        double numerator = 0;
        double denominator = 0;
        for (int i = above.Length - 1; i >= 0; i--)
        {
            numerator = (numerator * x) + above[i];
            denominator = (denominator * x) + below[i];
        }

        return numerator / denominator;
    }
}
