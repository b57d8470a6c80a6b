using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints <c>Forward</c>, <c>ForwardBatch</c> and <c>Classify</c>: checks, scratch memory, then the kernels.</summary>
internal static class RunningCode
{
    private const string Services = "global::NetGen.CompilerServices.";
    private const string Check = Services + "SpanCheck.";
    private const string FloatSpan = "global::System.Span<float>";
    private const string ReadOnlyFloats = "global::System.ReadOnlySpan<float>";

    // The sizes of the library's scratch on the stack; more comes from the thread's buffer.
    private static readonly int[] _stackFloats = [48, 80, 144, 272, 528, 1040, 2064, 4096];

    public static void Print(MemberWriter members, NetworkPlan plan)
    {
        string table = TableDocumentation.Reference(plan.Model.Type), inherited = "<inheritdoc/>\n" + table;
        string forward = $"{KernelsCode.FullName(plan.Model)}.Forward(_packed, _start, input, output, workspace);";
        string forwardBatch = $"{KernelsCode.FullName(plan.Model)}.ForwardBatch(_packed, _start, inputs, outputs, workspace, rows);";
        members.Print(inherited, $"public void Forward({ReadOnlyFloats} input, {FloatSpan} output)", code =>
        {
            code.Line($"{Check}Forward(input, output, InputLength, OutputLength);");
            PrintRun(code, plan, "Forward", plan.SampleLength, "input, output", "");
        });
        members.Print(inherited, $"public void Forward({ReadOnlyFloats} input, {FloatSpan} output, {FloatSpan} workspace)", code =>
        {
            code.Line($"{Check}Forward(input, output, InputLength, OutputLength);");
            code.Line($"{Check}Workspace(workspace, input, output, WorkspaceLength);");
            code.Line(forward);
        });
        members.Print(inherited, $"public void ForwardBatch({ReadOnlyFloats} inputs, {FloatSpan} outputs)", code =>
        {
            code.Line($"int rows = {Check}ForwardBatch(inputs, outputs, InputLength, OutputLength);");
            PrintRun(code, plan, "ForwardBatch", plan.WorkspaceLength, "inputs, outputs", ", rows");
        });
        members.Print(inherited, $"public void ForwardBatch({ReadOnlyFloats} inputs, {FloatSpan} outputs, {FloatSpan} workspace)", code =>
        {
            code.Line($"int rows = {Check}ForwardBatch(inputs, outputs, InputLength, OutputLength);");
            code.Line($"{Check}Workspace(workspace, inputs, outputs, WorkspaceLength);");
            code.Line(forwardBatch);
        });
        members.Print(
            inherited,
            $"public void ForwardBatch({ReadOnlyFloats} inputs, {FloatSpan} outputs, int maxDegreeOfParallelism)",
            code => code.Line(
                "global::NetGen.CompilerServices.ParallelBatch.Run(this, inputs, outputs, maxDegreeOfParallelism, "
                    + $"{Literal.Of(plan.RowsOfThread)}, static (network, x, y) => network.ForwardBatch(x, y));"));
        if (plan.Model.IsClassifier)
        {
            PrintClassify(members, plan, table);
        }
    }

    private static void PrintClassify(MemberWriter members, NetworkPlan plan, string table)
    {
        NetworkModel model = plan.Model;
        const string InputDocumentation = "<param name=\"input\">The sample, <see cref=\"InputLength\"/> values.</param>\n";
        string end = "\n<exception cref=\"global::System.ArgumentException\">The length is wrong.</exception>\n" + table;
        members.Print(
            "<summary>Gives the index of the largest output, the lowest where several are equal.</summary>\n"
                + InputDocumentation + "<returns>The most probable class, from 0.</returns>" + end,
            $"public int Classify({ReadOnlyFloats} input)",
            code => code.Line("return Classify(input, out float _);"));
        members.Print(
            "<summary>Gives the index of the largest output, the lowest where several are equal.</summary>\n"
                + InputDocumentation
                + "<param name=\"confidence\">Receives the class's probability, from 0 to 1.</param>\n"
                + "<returns>The most probable class, from 0.</returns>" + end,
            $"public int Classify({ReadOnlyFloats} input, out float confidence)",
            code =>
            {
                code.Line($"{Check}Input(input, InputLength);");
                if (model.Outputs <= _stackFloats[^1])
                {
                    code.Line($"{Scratch(model.Outputs)} scratch = default;");
                    code.Line($"{FloatSpan} output = (({FloatSpan})scratch)[..OutputLength];");
                    PrintRun(code, plan, "Forward", plan.SampleLength, "input, output", "");
                }
                else
                {
                    code.Line($"{FloatSpan} workspace = {Services}ThreadWorkspace.Get({model.Outputs} + WorkspaceLength);");
                    code.Line($"{FloatSpan} output = workspace[..OutputLength];");
                    code.Line(
                        $"{KernelsCode.FullName(model)}.Forward(_packed, _start, input, output, workspace[OutputLength..]);");
                }

                code.Line("int best = global::NetGen.CompilerServices.VectorMath.IndexOfMax(output);");
                bool isLog = model.Layers[model.Layers.Count - 1].Activation == Activation.LogSoftmax;
                code.Line(isLog
                    ? "confidence = global::NetGen.CompilerServices.VectorMath.Exp(output[best]);"
                    : "confidence = output[best];");
                code.Line("return best;");
            });
    }

    /// <summary>Prints the call of the kernels with as much scratch, on the stack if it is not too long.</summary>
    private static void PrintRun(CodeWriter code, NetworkPlan plan, string method, int length, string values, string more)
    {
        string kernels = KernelsCode.FullName(plan.Model);
        code.Line(length > _stackFloats[^1]
            ? $"{kernels}.{method}(_packed, _start, {values}, {Services}ThreadWorkspace.Get({length}){more});"
            : $"{Services}StackScratch.{method}<{kernels}, {Scratch(length)}>(_packed, _start, {values}{more});");
    }

    private static string Scratch(int length) => $"{Services}Scratch{_stackFloats.First(size => size >= length)}";
}
