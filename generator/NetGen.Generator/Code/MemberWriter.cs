namespace NetGen.Generator.Code;

/// <summary>
/// Prints members with documentation and body. In a network that cannot run every body throws instead, so that the code
/// that uses it compiles and the one mistake is the only error.
/// </summary>
internal sealed class MemberWriter(CodeWriter code, string? failure)
{
    public bool CanRun => failure is null;

    /// <summary>Prints a method or property that the network interface documents.</summary>
    public void Inherited(string signature, Action<CodeWriter> body) => Print("<inheritdoc/>", signature, body);

    /// <summary>Prints a method or property; each line of <paramref name="documentation"/> is an XML element.</summary>
    public void Print(string documentation, string signature, Action<CodeWriter> body)
    {
        code.Separate();
        code.Lines(documentation, "/// ");
        bool isProperty = !signature.EndsWith(")", StringComparison.Ordinal);
        using (code.Open(signature))
        {
            if (isProperty)
            {
                using (code.Open("get"))
                {
                    PrintBody(body);
                }
            }
            else
            {
                PrintBody(body);
            }
        }
    }

    /// <summary>Prints what only a network that can run has.</summary>
    public void Private(Action<CodeWriter> print)
    {
        if (CanRun)
        {
            code.Line();
            print(code);
        }
    }

    private void PrintBody(Action<CodeWriter> body)
    {
        if (CanRun)
        {
            body(code);
        }
        else
        {
            code.Line($"throw new global::System.InvalidOperationException({Literal.Of(failure)});");
        }
    }
}
