using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers;

/// <content>Rules about how a network is trained.</content>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor SoftmaxRegression = new(
        "NETGEN401",
        "Softmax output with a regression loss",
        Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Probabilities of exclusive classes are trained with cross entropy; other losses hardly correct what is certain and wrong.",
        HelpLink.Base + "NETGEN401.md");

    public static readonly DiagnosticDescriptor OneClass = new(
        "NETGEN402",
        "Cross entropy over one class",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The only class always has the probability 1, so the loss is 0 and nothing is learnt.",
        HelpLink.Base + "NETGEN402.md");

    public static readonly DiagnosticDescriptor StepActivation = new(
        "NETGEN403",
        "Step activation in a trainable network",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The derivative of a step is 0, so no gradient comes through it.",
        HelpLink.Base + "NETGEN403.md");

    public static readonly DiagnosticDescriptor SigmoidCrossEntropy = new(
        "NETGEN404",
        "Sigmoid output with CrossEntropy",
        Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "CrossEntropy takes outputs for the logits of a softmax, which a sigmoid squeezes into the range from 0 to 1.",
        HelpLink.Base + "NETGEN404.md");

    public static readonly DiagnosticDescriptor TrainableWithoutNetwork = new(
        "NETGEN405",
        "[Trainable] without [Network]",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Only a network can be trained; elsewhere the attribute does nothing.",
        HelpLink.Base + "NETGEN405.md");

    public static readonly DiagnosticDescriptor NoProbabilities = new(
        "NETGEN406",
        "BinaryCrossEntropy without a sigmoid output",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Binary cross entropy compares probabilities, each output on its own, which a sigmoid gives.",
        HelpLink.Base + "NETGEN406.md");
}
