using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers;

/// <content>Rules about how a network is declared.</content>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        "NETGEN001",
        "Network class is not partial",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generator adds the rest of a network to its class, which it can only to a partial one.",
        HelpLink.Base + "NETGEN001.md");

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "NETGEN002",
        "Type that contains a network is not partial",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generator repeats the types around a network, which it can only where they are partial.",
        HelpLink.Base + "NETGEN002.md");

    public static readonly DiagnosticDescriptor NotAPlainClass = new(
        "NETGEN003",
        "Network is static, abstract, generic, file-local, a record, a struct or an interface",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A network is one class with one set of shapes, made by its generated members.",
        HelpLink.Base + "NETGEN003.md");

    public static readonly DiagnosticDescriptor NoLayers = new(
        "NETGEN004",
        "Network has no layers",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A network is at least one layer.",
        HelpLink.Base + "NETGEN004.md");

    public static readonly DiagnosticDescriptor NoNetwork = new(
        "NETGEN005",
        "Layers without [Network]",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Layers are read only on a class with [Network], which gives the number of inputs.",
        HelpLink.Base + "NETGEN005.md");

    public static readonly DiagnosticDescriptor LayersElsewhere = new(
        "NETGEN006",
        "Layers on another part of the class than [Network]",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The order of layers is the order of the attributes on one declaration; between two parts of a class there is none.",
        HelpLink.Base + "NETGEN006.md");

    public static readonly DiagnosticDescriptor OutOfRange = new(
        "NETGEN007",
        "Value out of range",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Sizes are positive and small enough for offsets, enums defined, other numbers in range; all are known before generation.",
        HelpLink.Base + "NETGEN007.md");

    public static readonly DiagnosticDescriptor NameCollision = new(
        "NETGEN008",
        "Member collides with a generated one",
        Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generated members have fixed names and make the network; the user's own, and inherited ones, leave them their place.",
        HelpLink.Base + "NETGEN008.md");
}
