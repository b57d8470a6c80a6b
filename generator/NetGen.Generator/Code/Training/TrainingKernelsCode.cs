using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints the type of a network's products in training, beside its kernels.</summary>
internal static class TrainingKernelsCode
{
    private const string ClassName = "TrainingKernels";

    public static string FullName(NetworkModel model) => $"global::{KernelsCode.Namespace(model)}.{ClassName}";

    public static void Print(CodeWriter code, TrainingPlan plan)
    {
        KernelsCode.PrintUsings(code);
        code.Line();
        code.Line($"/// <summary>The products of training {Literal.Xml(plan.Model.Type.Name)}, for each vector width.</summary>");
        code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        using (code.Open($"internal sealed class {ClassName} : global::NetGen.CompilerServices.TrainingKernels"))
        {
            PrintLayers(code, plan);
            PrintForward(code, plan);
            PrintOutputGradient(code, plan);
            PrintBackward(code, plan);
            PrintWeightGradient(code, plan);
        }
    }

    private static void PrintLayers(CodeWriter code, TrainingPlan plan)
    {
        code.Line($"internal static readonly {ClassName} Instance = new();");
        code.Line();
        code.Line($"private {ClassName}()");
        code.Line("    : base(");
        code.Line("        Kernels.Tensors,");
        for (int i = 0; i < plan.Layers.Count; i++)
        {
            TrainingLayerPlan layer = plan.Layers[i];
            string hasBias = layer.UseBias ? "true" : "false";
            code.Line(
                $"        new TrainingLayer({layer.Inputs}, {layer.Outputs}, {hasBias}, {Literal.Of(layer.PanelLength)}, "
                    + $"{Literal.Of(layer.TransposedPanelLength)}, {layer.InputStride}, {layer.OutputStride})"
                    + (i == plan.Layers.Count - 1 ? ")" : ","));
        }

        using (code.Open(""))
        {
        }
    }

    private static void PrintForward(CodeWriter code, TrainingPlan plan)
    {
        object Key(int i) => plan.Layers[i] with { Name = "" };
        PrintDispatch(
            code,
            "void Forward(int layer, ref float inputs, ref float parameters, ref float values, ref float derivatives, nuint rows)",
            [.. Enumerable.Range(0, plan.Layers.Count)],
            (i, width) => ForwardProduct.Name(plan.KernelOf(i, Key), width)
                + "(ref inputs, ref parameters, ref values, ref derivatives, rows);");
        PrintEach(code, plan, 0, Key, (layer, _, width) => ForwardProduct.Print(code, layer, width));
    }

    private static void PrintOutputGradient(CodeWriter code, TrainingPlan plan)
    {
        TrainingLayerPlan last = plan.Layers[plan.Layers.Count - 1];
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Open(
            "public override void OutputGradient(ref float values, ref float derivatives, ref float gradients, nuint rows)"))
        {
            if (last.HasDerivatives)
            {
                using (code.Open($"for (nuint i = 0; i < rows * {last.OutputStride}; i++)"))
                {
                    code.Line("Unsafe.Add(ref gradients, i) *= Unsafe.Add(ref derivatives, i);");
                }
            }
            else if (last.Activation.IsSoftmax())
            {
                DerivativeCode.PrintSoftmax(code, last, "gradients");
            }
        }
    }

    private static void PrintBackward(CodeWriter code, TrainingPlan plan)
    {
        object Key(int i) => (
            plan.Layers[i].Inputs,
            plan.Layers[i].Outputs,
            plan.Layers[i - 1].HasDerivatives,
            plan.Layers[i - 1].Activation.IsSoftmax() ? plan.Layers[i - 1].Activation : default);
        PrintDispatch(
            code,
            "void Backward(int layer, ref float gradients, ref float transposed, ref float values, ref float derivatives, nuint rows)",
            [.. Enumerable.Range(1, plan.Layers.Count - 1)],
            (i, width) => BackwardProduct.Name(plan.KernelOf(i, Key, first: 1), width)
                + "(ref gradients, ref transposed, ref values, ref derivatives, rows);");
        PrintEach(code, plan, 1, Key, (layer, before, width) => BackwardProduct.Print(code, layer, before!, width));
    }

    private static void PrintWeightGradient(CodeWriter code, TrainingPlan plan)
    {
        object Key(int i) => (plan.Layers[i].Inputs, plan.Layers[i].Outputs);
        PrintDispatch(
            code,
            "void WeightGradient("
                + "int layer, int panels, ref float inputs, ref float gradients, ref float weights, nuint count, nuint rows)",
            [.. Enumerable.Range(0, plan.Layers.Count)],
            (i, width) =>
            {
                string name = plan.KernelOf(i, Key);
                string Call(int panels) => GradientProduct.Name(name, panels, width)
                    + $"({(width.Bits < 512 ? "panels, " : "")}ref inputs, ref gradients, ref weights, count, rows)";
                int[] panels = [.. PanelGroup.Of(plan.Layers[i].Panels, width).Select(group => group.Panels)];
                return panels.Length == 1
                    ? Call(panels[0]) + ";"
                    : $"if (panels == {panels[0]}) {Call(panels[0])}; else {Call(panels[1])};";
            });
        PrintEach(code, plan, 0, Key, (layer, _, width) =>
        {
            foreach (PanelGroup group in PanelGroup.Of(layer.Panels, width))
            {
                GradientProduct.Print(code, layer, group.Panels, width);
            }
        });
    }

    /// <summary>Prints the method that calls the layers' kernels, of the widest vectors the CPU has.</summary>
    private static void PrintDispatch(
        CodeWriter code, string signature, IReadOnlyCollection<int> layers, Func<int, VectorWidth, string> call)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Open($"public override {signature}"))
        {
            foreach ((string condition, VectorWidth width) in layers.Count > 0 ? KernelsCode.Widths : [])
            {
                using (code.Open(condition))
                using (code.Open("switch (layer)"))
                {
                    foreach (int i in layers)
                    {
                        code.Line($"case {Literal.Of(i)}: {call(i, width)} break;");
                    }
                }
            }
        }
    }

    /// <summary>Prints the kernels of all layers, of those with the same one it once.</summary>
    private static void PrintEach(
        CodeWriter code,
        TrainingPlan plan,
        int first,
        Func<int, object> key,
        Action<TrainingLayerPlan, TrainingLayerPlan?, VectorWidth> print)
    {
        foreach (IGrouping<object, int> same in Enumerable.Range(first, plan.Layers.Count - first).GroupBy(key))
        {
            foreach (VectorWidth width in VectorWidth.All)
            {
                code.Line();
                print(plan.Layers[same.First()], same.First() == 0 ? null : plan.Layers[same.First() - 1], width);
            }
        }
    }
}
