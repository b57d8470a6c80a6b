using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers;

/// <content>Rules about calls of a network.</content>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor WrongLength = new(
        "NETGEN121",
        "Argument has another length than the network takes",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A network takes and gives spans of exactly the declared lengths; with another length the call throws.",
        HelpLink.Base + "NETGEN121.md");

    public static readonly DiagnosticDescriptor BatchLengthsDisagree = new(
        "NETGEN122",
        "Batch lengths cannot agree",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Both lengths of a batch are the same number of samples; with others the call throws.",
        HelpLink.Base + "NETGEN122.md");

    public static readonly DiagnosticDescriptor SameBuffer = new(
        "NETGEN123",
        "Same buffer as input and output",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Outputs are written while inputs are still read, so the buffers must be separate; where they overlap, the call throws.",
        HelpLink.Base + "NETGEN123.md");

    public static readonly DiagnosticDescriptor BufferInLoop = new(
        "NETGEN301",
        "Buffer is allocated in a loop only to be passed to a network",
        Message,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A network needs no fresh memory: one buffer before the loop serves every call.",
        HelpLink.Base + "NETGEN301.md");

    public static readonly DiagnosticDescriptor NetworkInLoop = new(
        "NETGEN302",
        "Network is loaded or built in a loop",
        Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Loading reads, checks and packs all parameters; the same network can be used again, by any number of threads at once.",
        HelpLink.Base + "NETGEN302.md");
}
