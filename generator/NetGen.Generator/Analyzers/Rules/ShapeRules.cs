using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers;

/// <content>Rules about shapes and weights.</content>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor InputsDiffer = new(
        "NETGEN101",
        "Declared inputs differ from the outputs of the layer before",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Each layer takes what the layer before it gives.",
        HelpLink.Base + "NETGEN101.md");

    public static readonly DiagnosticDescriptor WrongArrayLength = new(
        "NETGEN102",
        "Weight array of the wrong length",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Weights are [outputs, inputs] row-major, the bias is one value an output.",
        HelpLink.Base + "NETGEN102.md");

    public static readonly DiagnosticDescriptor NoWeightsFile = new(
        "NETGEN103",
        "Weights file is not a NetworkWeights item",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The build reads the files that the project names as NetworkWeights items, and no others.",
        HelpLink.Base + "NETGEN103.md");

    public static readonly DiagnosticDescriptor MissingTensor = new(
        "NETGEN104",
        "Tensor is missing in the weights file",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Each layer with parameters takes its tensors by name, or in their natural order.",
        HelpLink.Base + "NETGEN104.md");

    public static readonly DiagnosticDescriptor WrongTensorShape = new(
        "NETGEN105",
        "Tensor in the weights file has the wrong shape",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The shapes in the file are those of the declared layers.",
        HelpLink.Base + "NETGEN105.md");

    public static readonly DiagnosticDescriptor UnreadableFile = new(
        "NETGEN106",
        "Weights file is missing, damaged or of an unsupported type",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Weights are safetensors files with F32, F16, BF16 or F64 tensors.",
        HelpLink.Base + "NETGEN106.md");

    public static readonly DiagnosticDescriptor PartialWeights = new(
        "NETGEN107",
        "Weights are given for some layers only",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A network with compiled-in weights has them for every layer, from one place.",
        HelpLink.Base + "NETGEN107.md");

    public static readonly DiagnosticDescriptor NotFinite = new(
        "NETGEN108",
        "NaN or infinity in the weights",
        Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "One value that is not finite spreads to the outputs after it; it is mostly the sign of training that diverged.",
        HelpLink.Base + "NETGEN108.md");

    public static readonly DiagnosticDescriptor UnusedTensors = new(
        "NETGEN109",
        "Tensors in the weights file that no layer uses",
        Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Parameters that are left over mostly mean that a layer is missing, or that the file is of another network.",
        HelpLink.Base + "NETGEN109.md");

    public static readonly DiagnosticDescriptor TooManyParameters = new(
        "NETGEN205",
        "Network has more parameters than MaxParameters allows",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "MaxParameters keeps a network inside the budget its author gave it.",
        HelpLink.Base + "NETGEN205.md");
}
