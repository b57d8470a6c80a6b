using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers;

/// <content>Rules about what a network can learn and compute.</content>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor MissingNonlinearity = new(
        "NETGEN201",
        "Missing nonlinearity between layers",
        Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Linear layers without an activation between them compute no more than one linear layer, at a higher price.",
        HelpLink.Base + "NETGEN201.md");

    public static readonly DiagnosticDescriptor HiddenSoftmax = new(
        "NETGEN202",
        "Softmax in a hidden layer",
        Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Softmax makes the units of a layer compete for a sum of one, which hides what they found from the next layer and slows learning.",
        HelpLink.Base + "NETGEN202.md");

    public static readonly DiagnosticDescriptor SoftmaxOfOne = new(
        "NETGEN203",
        "Softmax over one unit is always 1",
        Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A softmax divides by the sum of its units, and one unit divided by itself is 1.",
        HelpLink.Base + "NETGEN203.md");

    public static readonly DiagnosticDescriptor VanishingGradients = new(
        "NETGEN204",
        "Three or more sigmoid or tanh hidden layers",
        Message,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "The derivative of sigmoid is at most 1/4, that of tanh near 0 for large inputs: gradients vanish through many such layers.",
        HelpLink.Base + "NETGEN204.md");

    public static readonly DiagnosticDescriptor ReluOutput = new(
        "NETGEN206",
        "ReLU on the output layer",
        Message,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Outputs below zero are cut off and have no gradient, which is rarely meant.",
        HelpLink.Base + "NETGEN206.md");
}
