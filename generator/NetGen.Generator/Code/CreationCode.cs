using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints how a network is made and saved: <c>Default</c>, <c>Load</c>, <c>Initialize</c>, <c>Save</c>, … Arguments have
/// exactly their parameters' types, so that no overload of the user's is called.
/// </summary>
internal static class CreationCode
{
    private const string Services = "global::NetGen.CompilerServices.";
    private const string FloatSpan = "global::System.Span<float>";
    private const string ReadOnlyFloats = "global::System.ReadOnlySpan<float>";

    public static void Print(MemberWriter members, NetworkPlan plan)
    {
        NetworkModel model = plan.Model;
        string name = model.Type.Identifier;
        string kernels = KernelsCode.FullName(model);
        members.Private(code => PrintConstructor(code, plan));
        if (model.Weights is not WeightSource.None)
        {
            members.Print(
                "<summary>The network with the weights compiled into the program: one instance, made at first use.</summary>",
                $"public static {name} Default",
                code => code.Line("return DefaultNetwork.Instance;"));
            members.Private(code => PrintDefault(code, model));
        }

        members.Inherited(
            $"public static {name} Load(string path)",
            code => code.Line($"return new {name}(({ReadOnlyFloats}){Services}WeightFile.Read(path, {kernels}.Tensors));"));
        members.Inherited(
            $"public static {name} Load(global::System.IO.Stream stream)",
            code => code.Line($"return new {name}(({ReadOnlyFloats}){Services}WeightFile.Read(stream, {kernels}.Tensors));"));
        members.Inherited($"public static {name} FromParameters({ReadOnlyFloats} parameters)", code =>
        {
            code.Line($"{Services}SpanCheck.Length(parameters.Length, ParameterCount, nameof(parameters));");
            code.Line($"return new {name}(parameters);");
        });
        members.Inherited($"public static {name} Initialize(int seed)", code =>
        {
            code.Line($"float[] parameters = new float[ParameterCount];");
            code.Line($"{kernels}.Initialize(seed, parameters);");
            code.Line($"return new {name}(({ReadOnlyFloats})parameters);");
        });
        members.Inherited($"public void CopyParametersTo({FloatSpan} destination)", code =>
        {
            code.Line($"{Services}SpanCheck.Length(destination.Length, ParameterCount, nameof(destination));");
            code.Line($"{kernels}.Unpack(global::System.MemoryExtensions.AsSpan(_packed, _start), destination);");
        });
        members.Inherited("public void Save(string path)", code =>
        {
            code.Line("float[] parameters = new float[ParameterCount];");
            code.Line($"CopyParametersTo(({FloatSpan})parameters);");
            code.Line($"{Services}WeightFile.Write(path, {kernels}.Tensors, parameters);");
        });
    }

    private static void PrintConstructor(CodeWriter code, NetworkPlan plan)
    {
        code.Line("// The parameters in the layout of the kernels, from _start on, which stands on a 64-byte boundary.");
        code.Line("private readonly float[] _packed;");
        code.Line("private readonly int _start;");
        code.Line();
        using (code.Open($"private {plan.Model.Type.Identifier}({ReadOnlyFloats} parameters)"))
        {
            code.Line($"_packed = {Services}AlignedMemory.Allocate({Literal.Of(plan.PackedLength)}, out _start);");
            code.Line($"{KernelsCode.FullName(plan.Model)}.Pack(parameters, global::System.MemoryExtensions.AsSpan(_packed, _start));");
        }
    }

    private static void PrintDefault(CodeWriter code, NetworkModel model)
    {
        string kernels = KernelsCode.FullName(model);
        using (code.Open("private static class DefaultNetwork"))
        {
            string parameters = model.Weights is WeightSource.Resource resource
                ? $"{Services}WeightFile.ReadResource("
                    + $"typeof({model.Type.Identifier}).Assembly, {Literal.Of(resource.Name)}, {kernels}.Tensors)"
                : "Parameters";
            code.Line($"internal static readonly {model.Type.Identifier} Instance = new(({ReadOnlyFloats}){parameters});");
            code.Line();
            code.Line("// A static constructor puts the field's making off to its first use.");
            using (code.Open("static DefaultNetwork()"))
            {
            }

            if (model.Weights is WeightSource.Values values)
            {
                code.Line();
                code.Line($"private static {ReadOnlyFloats} Parameters =>");
                code.Line("[");
                code.Flow(values.Parameters.Select(value => Literal.Of(value) + ","));
                code.Line("];");
            }
        }
    }
}
