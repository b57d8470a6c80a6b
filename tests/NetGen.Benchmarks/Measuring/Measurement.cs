namespace NetGen.Benchmarks;

/// <summary>The time of one call in nanoseconds, median and quartiles over the rounds, and the managed bytes it allocates.</summary>
internal sealed record Measurement(
    string Name, double Nanoseconds, double LowerQuartile, double UpperQuartile, int Rounds, int CallsARound, double BytesACall)
{
    public static Measurement Of(string name, IEnumerable<double> nanoseconds, int callsARound, double bytesACall)
    {
        double[] sorted = [.. nanoseconds.Order()];
        return new Measurement(
            name, Quantile(sorted, 0.5), Quantile(sorted, 0.25), Quantile(sorted, 0.75), sorted.Length, callsARound, bytesACall);
    }

    /// <summary>The quantile of sorted values, between two of them in proportion.</summary>
    private static double Quantile(double[] sorted, double q)
    {
        double place = q * (sorted.Length - 1);
        int below = (int)place, above = Math.Min(below + 1, sorted.Length - 1);
        return double.Lerp(sorted[below], sorted[above], place - below);
    }
}
