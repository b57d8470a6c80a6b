using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers;
using NetGen.Generator.Code;
using NetGen.Generator.Model;

namespace NetGen.Generator.Declaration;

/// <summary>
/// Reads those members of a network's class, own and inherited, that can stand in the way of generated ones. It reads the
/// same before and after generation.
/// </summary>
internal static class MemberReader
{
    // Nullable annotations make no other signature.
    private static readonly SymbolDisplayFormat _typeFormat = SymbolDisplayFormat.FullyQualifiedFormat;

    public static IEnumerable<MemberDeclaration> Read(INamedTypeSymbol type, IEnumerable<LayerDeclaration> layers)
    {
        HashSet<string> names =
        [
            MemberDeclaration.Constructor,
            .. GeneratedMembers.Names,
            .. layers.Select(layer => Identifiers.FromName(layer.Name).TrimStart('@')),
        ];
        for (INamedTypeSymbol? owner = type; owner is not null; owner = owner.BaseType)
        {
            foreach (ISymbol member in owner.GetMembers())
            {
                if ((names.Contains(member.Name) || IsRequired(member)) && IsOfUser(member) && IsMemberOf(type, member))
                {
                    yield return Read(member, type);
                }
            }
        }
    }

    /// <summary>Gives the place of one of a class's own members.</summary>
    public static Location? Place(INamedTypeSymbol type, MemberDeclaration member) => type.GetMembers(member.Name)
        .FirstOrDefault(symbol => IsOfUser(symbol) && Read(symbol, type) == member)?.Locations
        .FirstOrDefault(place => place.SourceTree is { } tree && !GeneratedSource.Contains(tree));

    /// <summary>Gives the base class, or null where it is <c>object</c>, none or not known.</summary>
    public static BaseClass? ReadBase(INamedTypeSymbol type)
    {
        if (type.BaseType is not { SpecialType: SpecialType.None, TypeKind: TypeKind.Class } direct)
        {
            return null;
        }

        for (INamedTypeSymbol? owner = direct; owner is not null; owner = owner.BaseType)
        {
            if (DeclarationReader.IsNetwork(owner))
            {
                return new BaseClass(owner.Name, IsNetwork: true, HasPlainConstructor: false);
            }
        }

        bool hasPlainConstructor = direct.InstanceConstructors.Any(constructor => IsAccessible(constructor, type)
            && constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams));
        return new BaseClass(direct.Name, IsNetwork: false, hasPlainConstructor);
    }

    private static MemberDeclaration Read(ISymbol member, INamedTypeSymbol type)
    {
        (MemberKind kind, string signature) = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } method when !CallsOther(method) => (MemberKind.Constructor, ""),
            IMethodSymbol method => (MemberKind.Method, Signature(method)),
            INamedTypeSymbol nested => (MemberKind.Type, Literal.Of(nested.Arity)),
            _ => (MemberKind.Value, ""),
        };
        bool isOwn = SymbolEqualityComparer.Default.Equals(member.ContainingType, type);
        return new MemberDeclaration(member.Name, kind, signature, isOwn ? null : member.ContainingType.Name, IsRequired(member));
    }

    private static string Signature(IMethodSymbol method) =>
        (method.Arity > 0 ? Literal.Of(method.Arity) : "")
            + string.Join(", ", method.Parameters.Select(parameter =>
                (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(_typeFormat)));

    private static bool IsOfUser(ISymbol member) => !member.IsImplicitlyDeclared
        && (member.DeclaringSyntaxReferences.IsEmpty
            || member.DeclaringSyntaxReferences.Any(place => !GeneratedSource.Contains(place.SyntaxTree)));

    private static bool IsMemberOf(INamedTypeSymbol type, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
        || (member.Name != MemberDeclaration.Constructor && IsAccessible(member, type));

    private static bool IsAccessible(ISymbol member, INamedTypeSymbol type) => member.DeclaredAccessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            member.ContainingAssembly.GivesAccessTo(type.ContainingAssembly),
        _ => true,
    };

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static bool CallsOther(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.Any(place =>
        place.GetSyntax() is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer });
}
