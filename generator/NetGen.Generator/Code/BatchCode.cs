using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints how a batch runs: blocks of rows, which go through all layers while their values are in the cache, and the few
/// rows that are too few for a block, one by one.
/// </summary>
internal static class BatchCode
{
    public static void Print(CodeWriter code, NetworkPlan plan, VectorWidth width)
    {
        int least = plan.IsInLanes ? LanesCode.Samples(width) : plan.TileRows(width);
        int most = plan.IsInLanes ? least : plan.BatchRows;
        code.Line(plan.IsInLanes
            ? $"/// <summary>{most} samples side by side in the lanes of vectors of {width.Bits} bits.</summary>"
            : $"/// <summary>Blocks of {most} samples, layer by layer, with vectors of {width.Bits} bits.</summary>");
        code.Line(KernelsCode.MethodAttribute(canInline: false));
        using (code.Open(
            $"internal static void ForwardBatchV{width.Bits}("
                + "ref float inputs, ref float packed, ref float outputs, ref float scratch, nuint rows)"))
        {
            code.Line("nuint count;");
            using (code.Open("for (nuint row = 0; row < rows; row += count)"))
            {
                code.Line($"ref float input = ref Unsafe.Add(ref inputs, row * {plan.Model.Inputs});");
                code.Line($"ref float output = ref Unsafe.Add(ref outputs, row * {plan.Model.Outputs});");
                code.Line($"count = BatchRows.Next(rows - row, {least}, {most});");
                using (code.Open("if (count == 1)"))
                {
                    code.Line($"ForwardV{width.Bits}(ref input, ref packed, ref output, ref scratch);");
                    code.Line("continue;");
                }

                code.Line();
                if (plan.IsInLanes)
                {
                    PrintLanes(code, plan, width);
                }
                else
                {
                    PrintBlock(code, plan, width, least);
                }
            }
        }
    }

    private static void PrintLanes(CodeWriter code, NetworkPlan plan, VectorWidth width)
    {
        string second = Literal.Of(plan.FirstStride * LanesCode.Samples(width));
        string Buffer(int layer) => MatrixCode.Reference("scratch", layer % 2 == 0 ? "0" : second);
        code.Line($"LoadSamples{width.Class}(ref input, count, {plan.Model.Inputs}, {Buffer(-1)});");
        KernelsCode.PrintLayers(code, plan, place => LanesCode.MethodName(place, width), Buffer, layerScratch: 0);
        code.Line($"StoreSamples{width.Class}({Buffer(plan.Layers.Count - 1)}, count, {plan.Model.Outputs}, ref output);");
    }

    private static void PrintBlock(CodeWriter code, NetworkPlan plan, VectorWidth width, int least)
    {
        int second = plan.BatchRows * plan.FirstStride, end = second + (plan.BatchRows * plan.SecondStride);
        bool canPad = least > 1;
        if (canPad)
        {
            // The kernels take no fewer rows than a tile, in the caller's memory too.
            int inputs = least * plan.Model.Inputs, outputs = NetworkPlan.SampleStride(end + inputs);
            string padded = $"{MatrixCode.Reference("scratch", Literal.Of(end))}, {inputs}";
            code.Line($"bool isPadded = count < {least};");
            code.Line($"ref float x = ref isPadded ? ref BatchRows.Pad(ref input, count * {plan.Model.Inputs}, {padded}) : ref input;");
            code.Line($"ref float y = ref isPadded ? {MatrixCode.Reference("scratch", Literal.Of(outputs))} : ref output;");
        }

        KernelsCode.PrintLayers(
            code,
            plan,
            place => $"{place.Name}BatchV{width.Bits}",
            i => i < 0 ? (canPad ? "ref x" : "ref input")
                : i == plan.Layers.Count - 1 ? (canPad ? "ref y" : "ref output")
                : MatrixCode.Reference("scratch", i % 2 == 0 ? "0" : Literal.Of(second)),
            plan.BlockBuffers,
            canPad ? $", Math.Max(count, {least})" : ", count");
        if (canPad)
        {
            using (code.Open("if (isPadded)"))
            {
                code.Line($"BatchRows.Pad(ref y, count * {plan.Model.Outputs}, ref output, count * {plan.Model.Outputs});");
            }
        }
    }
}
