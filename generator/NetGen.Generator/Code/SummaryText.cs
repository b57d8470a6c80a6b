using NetGen.Generator.Layers;
using NetGen.Generator.Model;

namespace NetGen.Generator.Code;

/// <summary>The table of a network's layers, for its <c>Summary</c> and its documentation.</summary>
internal static class SummaryText
{
    public static string Of(NetworkModel model)
    {
        List<string[]> rows = [["Layer", "Output shape", "Activation", "Parameters"], ["input", Shape(model.Inputs), "", ""]];
        rows.AddRange(model.Layers.Select(layer => (string[])
        [
            layer.Name,
            Shape(layer.Outputs),
            ActivationCode.DisplayName(layer.Activation),
            Grouped.Number(layer.ParameterCount),
        ]));
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('-', widths.Sum() + 9);
        List<string> lines = [model.Type.Name, rule, Row(rows[0], widths), rule];
        lines.AddRange(rows.Skip(1).Select(row => Row(row, widths)));
        lines.Add(rule);
        lines.Add($"{Grouped.Number(model.ParameterCount)} parameters ({Grouped.Bytes(model.ParameterBytes)})");
        lines.Add($"{Grouped.Number(model.MultiplyAddCount)} multiply-adds a sample");
        return string.Join("\n", lines);
    }

    /// <summary>One line for a network: Net 784 -> 256 ReLU -> 10 softmax, 203,530 parameters.</summary>
    public static string InOneLine(NetworkModel model) =>
        $"{model.Type.Name} {Grouped.Number(model.Inputs)}"
            + string.Concat(model.Layers.Select(layer => $" -> {Grouped.Number(layer.Outputs)}{Suffix(layer, " ")}"))
            + $", {Grouped.Number(model.ParameterCount)} parameters";

    /// <summary>One line for a layer: 784 -> 256, ReLU.</summary>
    public static string Of(Layer layer) =>
        $"{Grouped.Number(layer.Inputs)} -> {Grouped.Number(layer.Outputs)}{Suffix(layer, ", ")}";

    private static string Suffix(Layer layer, string separator) =>
        layer.Activation == Activation.Identity ? "" : separator + ActivationCode.DisplayName(layer.Activation);

    private static string Shape(int size) => $"({Grouped.Number(size)})";

    private static string Row(string[] cells, int[] widths) =>
        $"{cells[0].PadRight(widths[0])}   {cells[1].PadRight(widths[1])}   {cells[2].PadRight(widths[2])}   {cells[3].PadLeft(widths[3])}"
            .TrimEnd();
}
