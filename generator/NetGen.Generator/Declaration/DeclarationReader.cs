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
    private const string LayerAttribute = "NetGen.LayerAttribute";
    private const string AttributeSuffix = "Attribute";

    public static NetworkDeclaration Read(INamedTypeSymbol type, TypeDeclarationSyntax syntax, AttributeData network)
    {
        List<TypePart> containers = [];
        for (SyntaxNode? node = syntax.Parent; node is TypeDeclarationSyntax container; node = node.Parent)
        {
            containers.Insert(0, ReadPart(container));
        }

        ImmutableArray<AttributeData> all = LayerAttributes(type);
        ImmutableArray<AttributeData> here = LayerAttributesOn(all, syntax);
        return new NetworkDeclaration(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            new EquatableArray<TypePart>(containers),
            ReadPart(syntax),
            network.ConstructorArguments.Length == 1 ? network.ConstructorArguments[0].Value as int? : null,
            Named(network, "Weights") as string,
            Named(network, "MaxParameters") as long? ?? 0,
            new EquatableArray<LayerDeclaration>(here.Select(ReadLayer)),
            all.Length - here.Length,
            type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == DebuggerDisplayAttribute));
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

    public static bool IsNetworkOrLayer(ITypeSymbol? attribute) =>
        attribute?.ToDisplayString() == NetworkAttribute || IsLayer(attribute);

    private static bool IsLayer(ITypeSymbol? attribute) => attribute?.BaseType?.ToDisplayString() == LayerAttribute;

    private static LayerDeclaration ReadLayer(AttributeData attribute)
    {
        List<LayerArgument> arguments = [];
        if (attribute.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
            {
                arguments.Add(new LayerArgument(constructor.Parameters[i].Name, Value(attribute.ConstructorArguments[i])));
            }
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            arguments.Add(new LayerArgument(argument.Key, Value(argument.Value)));
        }

        string name = attribute.AttributeClass!.Name;
        return new LayerDeclaration(
            name.EndsWith(AttributeSuffix, StringComparison.Ordinal) ? name[..^AttributeSuffix.Length] : name,
            new EquatableArray<LayerArgument>(arguments));
    }

    private static object? Value(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => null,
        TypedConstantKind.Array => constant.IsNull || constant.Values.Any(value => value.Value is not float)
            ? null
            : new EquatableArray<float>(constant.Values.Select(value => (float)value.Value!)),
        _ => constant.Value,
    };

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Error } found
            ? found.Value
            : null;

    private static TypePart ReadPart(TypeDeclarationSyntax syntax)
    {
        string keyword = syntax is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not 0 } record
            ? $"{record.Keyword.ValueText} {record.ClassOrStructKeyword.ValueText}"
            : syntax.Keyword.ValueText;
        string? trait =
            syntax.Modifiers.Any(SyntaxKind.FileKeyword) ? "file-local"
            : syntax is not ClassDeclarationSyntax ? keyword
            : syntax.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static"
            : syntax.Modifiers.Any(SyntaxKind.AbstractKeyword) ? "abstract"
            : syntax.TypeParameterList is not null ? "generic"
            : null;
        return new TypePart(
            keyword,
            syntax.Identifier.ValueText,
            syntax.TypeParameterList is { } list
                ? $"<{string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier.Text))}>"
                : "",
            syntax.Modifiers.Any(SyntaxKind.PartialKeyword),
            trait);
    }
}
