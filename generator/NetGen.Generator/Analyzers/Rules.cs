using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers;

/// <summary>The rules. Each message comes from where the mistake is found, with its numbers.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor NotPartial = Error("NETGEN001", "A network class is partial");

    public static readonly DiagnosticDescriptor ContainerNotPartial =
        Error("NETGEN002", "A type that contains a network is partial");

    public static readonly DiagnosticDescriptor NotAPlainClass =
        Error("NETGEN003", "A network is a class that is not static, abstract or generic");

    public static readonly DiagnosticDescriptor NoLayers = Error("NETGEN004", "A network has layers");

    public static readonly DiagnosticDescriptor LayersElsewhere =
        Error("NETGEN006", "Layers stand on the declaration with [Network]");

    public static readonly DiagnosticDescriptor OutOfRange = Error("NETGEN007", "Sizes and enums are in range");

    public static readonly DiagnosticDescriptor NameCollision =
        Error("NETGEN008", "Names do not collide with generated members");

    public static readonly DiagnosticDescriptor InputsDiffer =
        Error("NETGEN101", "Declared inputs are the outputs of the layer before");

    public static readonly DiagnosticDescriptor WrongArrayLength =
        Error("NETGEN102", "Weight arrays have the layer's length");

    public static readonly DiagnosticDescriptor NoWeightsFile =
        Error("NETGEN103", "A network's weights file is a NetworkWeights item");

    public static readonly DiagnosticDescriptor MissingTensor = Error("NETGEN104", "A weights file has every tensor");

    public static readonly DiagnosticDescriptor WrongTensorShape =
        Error("NETGEN105", "Tensors have the declared shape");

    public static readonly DiagnosticDescriptor UnreadableFile = Error("NETGEN106", "A weights file can be read");

    public static readonly DiagnosticDescriptor PartialWeights =
        Error("NETGEN107", "Weights are given for all layers or none");

    public static readonly DiagnosticDescriptor TooManyParameters =
        Error("NETGEN205", "A network has at most MaxParameters parameters");

    private static DiagnosticDescriptor Error(string id, string title) =>
        new(id, title, "{0}", "NetGen", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
