using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Checks the arrays and spans of one call as the generated members do when it runs, as far as the code shows them.</summary>
internal sealed class BufferCheck(NetworkCall call, BufferReader reader)
{
    private string Call => $"'{call.Method}' of '{call.Network.Name}'";

    /// <summary>Gives what is wrong, at most one finding an argument.</summary>
    public IEnumerable<BufferFinding> Find()
    {
        BufferFinding?[] findings = call.Method == "ForwardBatch"
            ? FindInBatch(Argument("inputs"), Argument("outputs"))
            : FindInSample(Argument("input"), Argument("output"));
        return findings.OfType<BufferFinding>();
    }

    private BufferFinding?[] FindInSample(Buffer? input, Buffer? output) =>
    [
        WrongLength(input, "takes an input", "InputLength"),
        Overlap(output, input) ?? WrongLength(output, "gives an output", "OutputLength"),
        FindInWorkspace(input, output),
        WrongLength(Argument("parameters"), "takes parameters", "ParameterCount"),
        WrongLength(Argument("destination"), "gives parameters", "ParameterCount"),
    ];

    private BufferFinding?[] FindInBatch(Buffer? inputs, Buffer? outputs)
    {
        BufferFinding? wrongInputs = NoMultiple(inputs, "takes samples", "InputLength");
        return
        [
            wrongInputs,
            Overlap(outputs, inputs) ?? (wrongInputs is null ? Disagreement(inputs, outputs) : null),
            FindInWorkspace(inputs, outputs),
        ];
    }

    private BufferFinding? FindInWorkspace(Buffer? input, Buffer? output)
    {
        Buffer? workspace = Argument("workspace");
        bool mayBeEmpty = workspace?.View is { Length: null, IsWhole: false } && call.Constant("WorkspaceLength") == 0;
        return (mayBeEmpty ? null : Overlap(workspace, input) ?? Overlap(workspace, output))
            ?? WrongLength(workspace, "takes a workspace", "WorkspaceLength");
    }

    private BufferFinding? WrongLength(Buffer? buffer, string takes, string constant)
    {
        bool isLeast = constant == "WorkspaceLength";
        return buffer?.View.Length is { } actual && call.Constant(constant) is { } expected
            && (isLeast ? actual < expected : actual != expected)
                ? new BufferFinding(
                    Rules.WrongLength,
                    buffer.Value,
                    $"{Call} {takes} of length {(isLeast ? "at least " : "")}{Named(constant, expected)}, "
                        + $"but this {buffer.Kind} has length {Grouped.Number(actual)}",
                    constant)
                : null;
    }

    private BufferFinding? NoMultiple(Buffer? buffer, string takes, string constant) =>
        buffer?.View.Length is { } actual && call.Constant(constant) is { } length && actual % length != 0
            ? new BufferFinding(
                Rules.BatchLengthsDisagree,
                buffer.Value,
                $"{Call} {takes} of length {Named(constant, length)}, "
                    + $"but this {buffer.Kind} has length {Grouped.Number(actual)}, which is no multiple of it")
            : null;

    private BufferFinding? Disagreement(Buffer? inputs, Buffer? outputs) =>
        NoMultiple(outputs, "gives outputs", "OutputLength") is { } wrongOutputs ? wrongOutputs
        : inputs is { View.Length: { } given } && call.Constant("InputLength") is { } inputLength
            && outputs is { View.Length: { } room } && call.Constant("OutputLength") is { } outputLength
            && given / inputLength != room / outputLength
                ? new BufferFinding(
                    Rules.BatchLengthsDisagree,
                    outputs.Value,
                    $"The inputs of {Call} are a batch of {Ratio(given, inputLength)}, "
                        + $"but this {outputs.Kind} is for a batch of {Ratio(room, outputLength)}")
                : null;

    /// <summary>Finds that a buffer certainly shares memory with one before it.</summary>
    private BufferFinding? Overlap(Buffer? buffer, Buffer? other) =>
        buffer is not null && other is not null && buffer.View.Overlaps(other.View)
            ? new BufferFinding(
                Rules.SameBuffer,
                buffer.Value,
                $"The {other.Parameter} and the {buffer.Parameter} of {Call} overlap in '{buffer.View.Memory!.Name}'; "
                    + "they must be separate memory")
            : null;

    private static string Ratio(long length, long sampleLength) =>
        $"{Grouped.Number(length / sampleLength)} ({Grouped.Number(length)} / {Grouped.Number(sampleLength)})";

    private string Named(string constant, long value) => $"{Grouped.Number(value)} ({call.Network.Name}.{constant})";

    private Buffer? Argument(string parameter) =>
        call.Argument(parameter) is { } value ? new Buffer(parameter, value, reader.Read(value)) : null;

    private sealed record Buffer(string Parameter, IOperation Value, BufferView View)
    {
        public string Kind => Value is IConversionOperation { Operand.Type: IArrayTypeSymbol } ? "array" : "span";
    }
}
