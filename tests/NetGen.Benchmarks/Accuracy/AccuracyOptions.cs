using System.Globalization;

namespace NetGen.Benchmarks;

/// <summary>The arguments of <c>accuracy</c>.</summary>
internal static class AccuracyOptions
{
    public static bool TryRead(string[] arguments, out uint stride, out string? filter)
    {
        (stride, filter) = (1, null);
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (arguments[i..] is ["--stride", string number, ..]
                && uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out stride)
                && stride is > 0 and < 1 << 20)
            {
                continue;
            }

            if (arguments[i..] is not ["--filter", string name, ..])
            {
                return false;
            }

            filter = name;
        }

        return true;
    }
}
