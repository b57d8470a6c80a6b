using NetGen.Generator.Layers;
using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints the type of a network's kernels. It has a namespace of its own, in which no name of the user's can change what
/// the short names in it mean: a namespace's own members go before what it is using.
/// </summary>
internal static class KernelsCode
{
    private const string ClassName = "Kernels";

    /// <summary>
    /// The class's namespace. A type in a type is a step further down, so that a network's kernels and what is named after
    /// a network inside it do not meet.
    /// </summary>
    public static string Namespace(NetworkModel model) =>
        "NetGen.Generated." + (model.Namespace.Length > 0 ? model.Namespace + "." : "")
            + string.Concat(model.Containers.Select(container => container.Identifier + ".Nested.")) + model.Type.Identifier;

    public static string FullName(NetworkModel model) => $"global::{Namespace(model)}.{ClassName}";

    /// <summary>
    /// Has a kernel compiled with full optimisation at its first call: waiting for the tiers would leave its loops in
    /// slower code. That holds for one that is to be inlined too, for where the JIT's budget ends it is called.
    /// </summary>
    public static string MethodAttribute(bool canInline) =>
        $"[MethodImpl(MethodImplOptions.{(canInline ? "AggressiveInlining" : "NoInlining")} | MethodImplOptions.AggressiveOptimization)]";

    /// <summary>The vector widths, each behind the condition to use it; all give the same bits.</summary>
    public static IEnumerable<(string Condition, VectorWidth Width)> Widths =>
    [
        ("if (Vector512.IsHardwareAccelerated)", VectorWidth.All[0]),
        ("else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)", VectorWidth.All[1]),
        ("else", VectorWidth.All[2]),
    ];

    public static void PrintUsings(CodeWriter code)
    {
        foreach (string name in new[]
        {
            "System", "System.ComponentModel", "System.Runtime.CompilerServices", "System.Runtime.Intrinsics",
            "System.Runtime.Intrinsics.X86", "System.Runtime.InteropServices", "NetGen.CompilerServices",
        })
        {
            code.Line($"using global::{name};");
        }

        code.Line("using static global::NetGen.CompilerServices.VectorMath;");
    }

    public static void Print(CodeWriter code, NetworkPlan plan)
    {
        PrintUsings(code);
        code.Line();
        code.Line($"/// <summary>The forward pass of {Literal.Xml(plan.Model.Type.Name)} for each vector width.</summary>");
        code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        using (code.Open($"internal readonly struct {ClassName} : IKernels"))
        {
            PrintDispatch(code, "Forward", "input", "output", "", "");
            code.Line();
            PrintDispatch(code, "ForwardBatch", "inputs", "outputs", ", int rows", ", (nuint)rows");
            foreach (VectorWidth width in VectorWidth.All)
            {
                code.Line();
                PrintForward(code, plan, width);
                code.Line();
                BatchCode.Print(code, plan, width);
                foreach (IGrouping<int, int> kernel in Enumerable.Range(0, plan.Layers.Count).GroupBy(plan.KernelOf))
                {
                    code.Line();
                    string names = string.Join(", ", kernel.Select(i => plan.Model.Layers[i].Name));
                    LayerPlan layer = plan.Layers[kernel.Key];
                    string description = $"{names}, {SummaryText.Of(plan.Model.Layers[kernel.Key])}: {layer.Describe(width)}";
                    code.Line($"/// <summary>{Literal.Xml(description)}.</summary>");
                    layer.PrintKernels(code, width, plan.Place(kernel.Key));
                }
            }

            PrintPacking(code, plan);
            PrintInitialize(code, plan);
            PrintTensors(code, plan.Model);
        }
    }

    private static void PrintDispatch(
        CodeWriter code, string method, string input, string output, string moreParameters, string moreArguments)
    {
        code.Line("/// <summary>Runs the kernels of the widest vectors the CPU has; all widths give the same bits.</summary>");
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (code.Open(
            $"public static void {method}(float[] packed, int start, ReadOnlySpan<float> {input}, Span<float> {output}, "
                + $"Span<float> workspace{moreParameters})"))
        {
            code.Line($"ref float x = ref MemoryMarshal.GetReference({input});");
            code.Line("ref float p = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(packed), start);");
            code.Line($"ref float y = ref MemoryMarshal.GetReference({output});");
            code.Line("ref float scratch = ref AlignedMemory.Start(workspace);");
            foreach ((string condition, VectorWidth width) in Widths)
            {
                using (code.Open(condition))
                {
                    code.Line($"{method}V{width.Bits}(ref x, ref p, ref y, ref scratch{moreArguments});");
                }
            }
        }
    }

    private static void PrintForward(CodeWriter code, NetworkPlan plan, VectorWidth width)
    {
        code.Line($"/// <summary>One sample with vectors of {width.Bits} bits.</summary>");
        code.Line(MethodAttribute(canInline: false));
        using (code.Open(
            $"internal static void ForwardV{width.Bits}(ref float input, ref float packed, ref float output, ref float scratch)"))
        {
            string second = Literal.Of(NetworkPlan.SampleStride(plan.FirstStride));
            PrintLayers(
                code,
                plan,
                place => $"{place.Name}V{width.Bits}",
                i => i < 0 ? "ref input"
                    : i == plan.Layers.Count - 1 ? "ref output"
                    : MatrixCode.Reference("scratch", i % 2 == 0 ? "0" : second),
                plan.SampleBuffers);
        }
    }

    /// <summary>Prints the calls of all layers' kernels.</summary>
    /// <param name="method">The kernel of a layer.</param>
    /// <param name="values">Where the outputs of a layer stand; of the layer before the first, the inputs.</param>
    /// <param name="layerScratch">Where in the scratch that of a layer stands.</param>
    /// <param name="more">Further arguments.</param>
    public static void PrintLayers(
        CodeWriter code,
        NetworkPlan plan,
        Func<LayerPlace, string> method,
        Func<int, string> values,
        int layerScratch,
        string more = "")
    {
        long offset = 0;
        for (int i = 0; i < plan.Layers.Count; i++)
        {
            string packed = MatrixCode.Reference("packed", Literal.Of(offset));
            string scratch = plan.Layers[i].ScratchLength > 0
                ? $", {MatrixCode.Reference("scratch", Literal.Of(layerScratch))}"
                : "";
            code.Line($"{method(plan.Place(i))}({values(i - 1)}, {packed}, {values(i)}{scratch}{more});");
            offset += plan.Layers[i].PackedLength;
        }
    }

    private static void PrintPacking(CodeWriter code, NetworkPlan plan)
    {
        code.Line();
        code.Line("/// <summary>Copies parameters in canonical order into the layout of the kernels.</summary>");
        using (code.Open("internal static void Pack(ReadOnlySpan<float> parameters, Span<float> packed)"))
        {
            PrintPacking(code, plan, "Pack");
        }

        code.Line();
        code.Line("/// <summary>Copies parameters in the layout of the kernels out in canonical order.</summary>");
        using (code.Open("internal static void Unpack(ReadOnlySpan<float> packed, Span<float> parameters)"))
        {
            PrintPacking(code, plan, "Unpack");
        }
    }

    private static void PrintPacking(CodeWriter code, NetworkPlan plan, string direction)
    {
        long parameters = 0, packed = 0;
        for (int i = 0; i < plan.Layers.Count; i++)
        {
            plan.Layers[i].PrintPacking(code, direction, parameters, packed);
            parameters += plan.Model.Layers[i].ParameterCount;
            packed += plan.Layers[i].PackedLength;
        }
    }

    private static void PrintInitialize(CodeWriter code, NetworkPlan plan)
    {
        code.Line();
        code.Line("/// <summary>Draws random weights, in canonical order; the bias stays zero.</summary>");
        using (code.Open("internal static void Initialize(int seed, Span<float> parameters)"))
        {
            code.Line("RandomSource random = new(seed);");
            long start = 0;
            foreach (Layer layer in plan.Model.Layers)
            {
                code.Line(layer.Initialization(start) + ";");
                start += layer.ParameterCount;
            }
        }
    }

    /// <summary>Prints the tensors of a weights file. Unnamed layers are saved under their index in PyTorch's nn.Sequential.</summary>
    private static void PrintTensors(CodeWriter code, NetworkModel model)
    {
        code.Line();
        code.Line("/// <summary>The tensors of a weights file, layer by layer.</summary>");
        code.Line("internal static LayerTensors[] Tensors =>");
        code.Line("[");
        int index = 0;
        foreach (Layer layer in model.Layers)
        {
            string tensors = string.Join(", ", layer.Tensors.Select(tensor =>
                $"new TensorShape({Literal.Of(tensor.Suffix)}, {string.Join(", ", tensor.Dimensions.Select(Literal.Of))})"));
            code.Line(
                $"    new({Literal.Of(layer.Name)}, {Literal.Of(layer.DeclaredName)}, "
                    + $"{Literal.Of(layer.DeclaredName ?? Literal.Of(index))}, {tensors}),");
            index += layer.Activation == Activation.Identity ? 1 : 2;
        }

        code.Line("];");
    }
}
