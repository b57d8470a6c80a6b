using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Declaration;

/// <summary>Reads a declaration from symbols. The only place, with the analyzers, that touches Roslyn's.</summary>
internal static class DeclarationReader
{
    public const string NetworkAttribute = "NetGen.NetworkAttribute";
    private const string DebuggerDisplayAttribute = "System.Diagnostics.DebuggerDisplayAttribute";
    private const string AttributeSuffix = "Attribute";

    /// <param name="network">The attribute with the network's inputs; null where it is missing.</param>
    public static NetworkDeclaration Read(INamedTypeSymbol type, TypeDeclarationSyntax syntax, AttributeData? network)
    {
        List<TypePart> containers = [];
        INamedTypeSymbol? around = type.ContainingType;
        for (SyntaxNode? node = syntax.Parent; node is TypeDeclarationSyntax container; node = node.Parent)
        {
            containers.Insert(0, ReadPart(container, around?.IsFileLocal == true ? TypePart.FileLocal : null));
            around = around?.ContainingType;
        }

        ImmutableArray<AttributeData> all = LayerAttributes(type);
        ImmutableArray<AttributeData> here = LayerAttributesOn(all, syntax);
        EquatableArray<LayerDeclaration> layers = ReadLayers(here);
        return new NetworkDeclaration(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            new EquatableArray<TypePart>(containers),
            ReadPart(syntax, Trait(type)),
            network?.ConstructorArguments.Length == 1 ? network.ConstructorArguments[0].Value as int? : null,
            Named(network, "Weights") as string,
            Named(network, "MaxParameters") as long? ?? 0,
            layers,
            all.Length - here.Length,
            new EquatableArray<MemberDeclaration>(MemberReader.Read(type, layers)),
            MemberReader.ReadBase(type),
            type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == DebuggerDisplayAttribute))
        {
            Training = ReadTraining(type),
        };
    }

    /// <summary>The layer attributes on one part of a type, in source order.</summary>
    public static ImmutableArray<AttributeData> LayerAttributesOn(ImmutableArray<AttributeData> layers, SyntaxNode part) =>
    [
        .. layers
            .Where(layer => layer.ApplicationSyntaxReference is { } place
                && place.SyntaxTree == part.SyntaxTree
                && part.FullSpan.Contains(place.Span))
            .OrderBy(layer => layer.ApplicationSyntaxReference!.Span.Start),
    ];

    public static ImmutableArray<AttributeData> LayerAttributes(INamedTypeSymbol type) =>
    [
        .. type.GetAttributes().Where(attribute => IsLayer(attribute.AttributeClass)),
    ];

    /// <summary>Whether an attribute declares something of a network: itself, a layer or its training.</summary>
    public static bool IsOfNetwork(ITypeSymbol? attribute) =>
        IsOfLibrary(attribute, "NetworkAttribute") || IsLayer(attribute) || IsOfLibrary(attribute, "TrainableAttribute");

    public static bool IsNetwork(ITypeSymbol type) => NetworkAttributeOf(type) is not null;

    public static AttributeData? NetworkAttributeOf(ITypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => IsOfLibrary(attribute.AttributeClass, "NetworkAttribute"));

    public static AttributeData? TrainableAttributeOf(ITypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => IsOfLibrary(attribute.AttributeClass, "TrainableAttribute"));

    private static bool IsLayer(ITypeSymbol? attribute) => IsOfLibrary(attribute?.BaseType, "LayerAttribute");

    private static bool IsOfLibrary(ITypeSymbol? type, string name) => type?.Name == name
        && type is { ContainingType: null, ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } };

    private static TrainingDeclaration? ReadTraining(INamedTypeSymbol type) =>
        TrainableAttributeOf(type) is { } attribute ? new(ReadArguments(attribute)) : null;

    private static EquatableArray<LayerDeclaration> ReadLayers(IEnumerable<AttributeData> attributes)
    {
        List<LayerDeclaration> layers = [];
        foreach (AttributeData attribute in attributes)
        {
            string name = attribute.AttributeClass!.Name;
            string kind = name.EndsWith(AttributeSuffix, StringComparison.Ordinal) ? name[..^AttributeSuffix.Length] : name;
            layers.Add(new LayerDeclaration(kind, layers.Count(layer => layer.Kind == kind) + 1, ReadArguments(attribute)));
        }

        return new EquatableArray<LayerDeclaration>(layers);
    }

    private static EquatableArray<AttributeArgument> ReadArguments(AttributeData attribute)
    {
        List<AttributeArgument> arguments = [];
        if (attribute.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
            {
                arguments.Add(new AttributeArgument(constructor.Parameters[i].Name, Value(attribute.ConstructorArguments[i])));
            }
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            arguments.Add(new AttributeArgument(argument.Key, Value(argument.Value)));
        }

        return new EquatableArray<AttributeArgument>(arguments);
    }

    private static object? Value(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => null,
        TypedConstantKind.Array => constant.IsNull || constant.Values.Any(value => value.Value is not float)
            ? null
            : new EquatableArray<float>(constant.Values.Select(value => (float)value.Value!)),
        _ => constant.Value,
    };

    private static object? Named(AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Error } found
            ? found.Value
            : null;

    private static TypePart ReadPart(TypeDeclarationSyntax syntax, string? trait) => new(
        syntax is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not 0 } record
            ? $"{record.Keyword.ValueText} {record.ClassOrStructKeyword.ValueText}"
            : syntax.Keyword.ValueText,
        syntax.Identifier.ValueText,
        syntax.TypeParameterList is { } list
            ? $"<{string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier.Text))}>"
            : "",
        syntax.Modifiers.Any(SyntaxKind.PartialKeyword),
        trait);

    /// <summary>What keeps a type from being a network, whichever of its parts says it.</summary>
    private static string? Trait(INamedTypeSymbol type) =>
        type.IsFileLocal ? TypePart.FileLocal
        : type.TypeKind == TypeKind.Interface ? TypePart.Interface
        : type.IsRefLikeType ? TypePart.RefStruct
        : type.TypeKind == TypeKind.Struct ? type.IsRecord ? "a record struct" : "a struct"
        : type.IsRecord ? "a record"
        : type.IsStatic ? TypePart.Static
        : type.IsAbstract ? "abstract"
        : type.Arity > 0 ? "generic"
        : null;
}
