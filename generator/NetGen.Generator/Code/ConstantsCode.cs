using NetGen.Generator.Layers;
using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints the sizes and counts of a network and its layers as constants.</summary>
internal static class ConstantsCode
{
    public static void Print(CodeWriter code, NetworkPlan plan)
    {
        NetworkModel model = plan.Model;
        string table = TableDocumentation.Reference(model.Type);
        Constant(code, "The number of values in one input sample", "int", "InputLength", model.Inputs);
        Constant(code, "The number of values in one output sample", "int", "OutputLength", model.Outputs);
        Constant(code, "The number of layers", "int", "LayerCount", model.Layers.Count);
        Constant(code, "The number of weights and bias values in all layers", "long", "ParameterCount", model.ParameterCount, table);
        Constant(code, "The number of multiply-adds for one sample", "long", "MultiplyAddCount", model.MultiplyAddCount);
        Constant(code, "The size of all parameters in bytes, four each", "long", "ParameterBytes", model.ParameterBytes);
        Constant(code, "The number of floats a workspace must have at least", "int", "WorkspaceLength", plan.WorkspaceLength);
        code.Line();
        code.Line("/// <summary>A table of the layers, their output shapes, activations and parameters, with totals.</summary>");
        code.Line($"/// {table}");
        code.Line("public const string Summary =");
        string[] lines = SummaryText.Of(model).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            bool last = i == lines.Length - 1;
            code.Line($"    {Literal.Of(lines[i] + (last ? "" : "\n"))}{(last ? ";" : " +")}");
        }

        foreach (Layer layer in model.Layers)
        {
            code.Line();
            code.Line($"/// <summary>{Literal.Xml($"{layer.Name}: {SummaryText.Of(layer)}")}.</summary>");
            using (code.Open($"public static class {layer.Identifier}"))
            {
                LayerConstant(code, "The number of values the layer takes", "int", "Inputs", layer.Inputs);
                LayerConstant(code, "The number of values the layer gives", "int", "Outputs", layer.Outputs);
                LayerConstant(code, "The number of weights", "long", "WeightCount", layer.WeightCount);
                LayerConstant(code, "The number of bias values", "long", "BiasCount", layer.BiasCount);
                LayerConstant(code, "The number of weights and bias values", "long", "ParameterCount", layer.ParameterCount);
                LayerConstant(code, "The number of multiply-adds for one sample", "long", "MultiplyAddCount", layer.MultiplyAddCount);
            }
        }

        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public static global::System.ReadOnlySpan<global::NetGen.LayerInfo> Layers => LayerTable.All;");
        code.Line();
        using (code.Open("private static class LayerTable"))
        {
            code.Line("internal static readonly global::NetGen.LayerInfo[] All =");
            code.Line("[");
            foreach (Layer layer in model.Layers)
            {
                code.Line(
                    $"    new({Literal.Of(layer.Name)}, {Literal.Of(layer.Kind)}, {Literal.Of(layer.Inputs)}, {Literal.Of(layer.Outputs)}, "
                        + $"global::NetGen.Activation.{layer.Activation}, {Literal.Of(layer.WeightCount)}, {Literal.Of(layer.BiasCount)}, "
                        + $"{Literal.Of(layer.MultiplyAddCount)}),");
            }

            code.Line("];");
        }
    }

    private static void Constant(CodeWriter code, string what, string type, string name, long value, string? more = null)
    {
        code.Separate();
        LayerConstant(code, what, type, name, value, more);
    }

    private static void LayerConstant(CodeWriter code, string what, string type, string name, long value, string? more = null)
    {
        code.Line($"/// <summary>{what}: {Grouped.Number(value)}.</summary>");
        if (more is not null)
        {
            code.Line($"/// {more}");
        }

        code.Line($"public const {type} {name} = {Literal.Of(value)};");
    }
}
