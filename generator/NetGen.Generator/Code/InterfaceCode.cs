using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints the members of <c>INetwork</c> that stand behind constants of the same name.</summary>
internal static class InterfaceCode
{
    public static void Print(CodeWriter code, NetworkPlan plan)
    {
        string self = $"global::NetGen.INetwork<{plan.Model.Type.Identifier}>";
        code.Line();
        foreach ((string type, string name) in new[]
        {
            ("int", "InputLength"),
            ("int", "OutputLength"),
            ("int", "LayerCount"),
            ("long", "ParameterCount"),
            ("long", "MultiplyAddCount"),
            ("long", "ParameterBytes"),
            ("int", "WorkspaceLength"),
            ("string", "Summary"),
        })
        {
            code.Line($"static {type} {self}.{name} => {name};");
        }
    }
}
