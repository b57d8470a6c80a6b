using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers;

/// <summary>The rules. Each message comes from where the mistake is found, with its numbers.</summary>
internal static class Rules
{
    private const string Category = "NetGen";

    public static readonly DiagnosticDescriptor NotPartial = new(
        "NETGEN001", "A network class is partial", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "NETGEN002", "A type that contains a network is partial", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor NotAPlainClass = new(
        "NETGEN003", "A network is a class that is not static, abstract or generic", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor NoLayers = new(
        "NETGEN004", "A network has layers", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor LayersElsewhere = new(
        "NETGEN006", "Layers stand on the declaration with [Network]", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor OutOfRange = new(
        "NETGEN007", "Sizes and enums are in range", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor NameCollision = new(
        "NETGEN008", "Names do not collide with generated members", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor InputsDiffer = new(
        "NETGEN101", "Declared inputs are the outputs of the layer before", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor WrongArrayLength = new(
        "NETGEN102", "Weight arrays have the layer's length", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor NoWeightsFile = new(
        "NETGEN103", "A network's weights file is a NetworkWeights item", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor MissingTensor = new(
        "NETGEN104", "A weights file has every tensor", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor WrongTensorShape = new(
        "NETGEN105", "Tensors have the declared shape", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnreadableFile = new(
        "NETGEN106", "A weights file can be read", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor PartialWeights = new(
        "NETGEN107", "Weights are given for all layers or none", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor TooManyParameters = new(
        "NETGEN205", "A network has at most MaxParameters parameters", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
