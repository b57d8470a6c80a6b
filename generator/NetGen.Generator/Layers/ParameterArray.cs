using NetGen.Generator.Model;

namespace NetGen.Generator.Layers;

/// <summary>Checks arrays of parameters that a layer's attribute gives.</summary>
internal static class ParameterArray
{
    /// <param name="why">What the expected length comes from.</param>
    public static void CheckLength(
        LayerContext context, string argument, EquatableArray<float>? values, long expected, string why)
    {
        if (values is { } given && given.Count != expected)
        {
            string found = given.Count == 1 ? "1 value" : $"{Grouped.Number(given.Count)} values";
            context.Report(
                "NETGEN102",
                $"'{argument}' of '{context.Name}' has {found}, expected {Grouped.Number(expected)} ({why})",
                argument);
        }
    }

    public static void CheckValues(LayerContext context, string argument, EquatableArray<float>? values)
    {
        List<float> given = [.. values ?? default];
        int first = given.FindIndex(IsNotFinite);
        if (first >= 0)
        {
            string count = $"{Grouped.Number(given.Count(IsNotFinite))} of {Grouped.Number(given.Count)} values";
            context.Problems.Add(new Problem(
                "NETGEN108",
                FormattableString.Invariant(
                    $"'{argument}' of '{context.Name}' has NaN or infinity: {count}, first {given[first]} at index {first}"),
                context.Index,
                argument)
            {
                Element = first,
                IsAdvice = true,
            });
        }
    }

    private static bool IsNotFinite(float value) => float.IsNaN(value) || float.IsInfinity(value);
}
