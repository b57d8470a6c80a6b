using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers;

/// <summary>The only value that a variable ever gets.</summary>
/// <param name="IsFinal">Whether nothing is written after the variable has it, not even the same expression again.</param>
/// <param name="IsComputed">Whether it is computed at each use: the body of a property.</param>
/// <param name="IsLocal">Whether all uses of the variable are in one file.</param>
internal sealed record VariableValue(IOperation Operation, bool IsFinal, bool IsComputed, bool IsLocal);

/// <summary>
/// Finds the values of variables that get only one: locals, and the fields and properties that nothing outside their type
/// can write. What a type's members get is looked for once in a compilation.
/// </summary>
internal sealed class VariableValues
{
    private readonly ConcurrentDictionary<ISymbol, VariableValue?> _members = new(SymbolEqualityComparer.Default);
    private readonly ConditionalWeakTable<IOperation, VariableWrites> _bodies = new();
    private readonly Compilation _compilation;

    public VariableValues(Compilation compilation) => _compilation = compilation;

    /// <summary>The only value of a variable, or null where there are more or it is not known.</summary>
    /// <param name="use">A use of the variable, in whose body of code a local variable is looked up.</param>
    public VariableValue? Of(ISymbol variable, IOperation use) => variable switch
    {
        ILocalSymbol { IsRef: false } local when Declaration(local) is VariableDeclaratorSyntax => OfLocal(local, use),
        IFieldSymbol or IPropertySymbol when variable.OriginalDefinition is var member => _members.GetOrAdd(member, OfMember),
        _ => null,
    };

    /// <summary>Whether a variable that was read still holds what it held then.</summary>
    public bool IsNeverWritten(ISymbol variable, IOperation use) => variable switch
    {
        ILocalSymbol local => !local.IsRef && WritesAround(use).Of(local).Count == 0,
        IParameterSymbol parameter => parameter.RefKind == RefKind.None
            && Declaration(parameter)?.Parent?.Parent is not TypeDeclarationSyntax
            && WritesAround(use).Of(parameter).Count == 0,
        _ => Of(variable, use) is { IsFinal: true },
    };

    /// <summary>Whether a property only stands for a field, in this type and in those derived from it.</summary>
    public static bool IsAuto(IPropertySymbol property) =>
        property is { IsVirtual: false, IsAbstract: false } and not { IsOverride: true, IsSealed: false }
            && Declaration(property) is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }
            && accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null);

    private VariableValue? OfLocal(ILocalSymbol local, IOperation use)
    {
        VariableWrites body = WritesAround(use);
        return (body.InitialValue(local), body.Of(local)) switch
        {
            ({ } value, []) => new VariableValue(value, IsFinal: true, IsComputed: false, IsLocal: true),
            (null, [{ } value]) => new VariableValue(value, IsFinal: false, IsComputed: false, IsLocal: true),
            _ => null,
        };
    }

    private VariableWrites WritesAround(IOperation use)
    {
        while (use.Parent is { } outer)
        {
            use = outer;
        }

        return _bodies.GetValue(use, body => new VariableWrites(body));
    }

    private VariableValue? OfMember(ISymbol member)
    {
        if (Declaration(member) is not { } declaration)
        {
            return null;
        }

        bool isLocal = member.DeclaredAccessibility == Accessibility.Private
            && member.ContainingType.DeclaringSyntaxReferences.All(
                part => part.SyntaxTree == declaration.SyntaxTree || GeneratedSource.Contains(part.SyntaxTree));
        if (declaration is PropertyDeclarationSyntax { ExpressionBody: { } body } && member is { IsVirtual: false, IsOverride: false })
        {
            return Model(body).GetOperation(body.Expression) is { } computed
                ? new VariableValue(computed, IsFinal: false, IsComputed: true, isLocal)
                : null;
        }

        bool isReadOnly = member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };
        bool isOwn = isReadOnly
            || (member is IFieldSymbol { DeclaredAccessibility: Accessibility.Private }
                or IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Private }
                && member.GetAttributes().IsEmpty);
        if (!isOwn || (member is IPropertySymbol property && !IsAuto(property)))
        {
            return null;
        }

        IOperation? initial = InitialValue(declaration);
        List<IOperation?> writes = WritesOf(member);
        return (initial, writes) switch
        {
            // A null that something is to replace, at run time and from outside, tells nothing.
            ({ ConstantValue: { HasValue: true, Value: null } }, _) => null,
            ({ }, []) => new VariableValue(initial, IsFinal: true, IsComputed: false, isLocal),
            (null, [{ } value]) => new VariableValue(value, isReadOnly, IsComputed: false, isLocal),
            _ => null,
        };
    }

    private IOperation? InitialValue(SyntaxNode declaration)
    {
        EqualsValueClauseSyntax? initializer =
            (declaration as VariableDeclaratorSyntax)?.Initializer ?? (declaration as PropertyDeclarationSyntax)?.Initializer;
        return initializer is null ? null : (Model(initializer).GetOperation(initializer) as ISymbolInitializerOperation)?.Value;
    }

    /// <summary>What all parts of a member's type write to it.</summary>
    private List<IOperation?> WritesOf(ISymbol member)
    {
        List<IOperation?> writes = [];
        bool isArray = member is IFieldSymbol { Type: IArrayTypeSymbol } or IPropertySymbol { Type: IArrayTypeSymbol };
        foreach (SyntaxReference part in member.ContainingType.DeclaringSyntaxReferences)
        {
            SyntaxNode type = part.GetSyntax();
            SemanticModel model = Model(type);
            foreach (IdentifierNameSyntax name in type.DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                // Most uses are seen to be none without the cost of binding them.
                if (name.Identifier.ValueText == member.Name
                    && FullName(name) is var use
                    && MayBeWrite(use, isArray)
                    && model.GetOperation(use) is IMemberReferenceOperation reference
                    && SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member)
                    && VariableWrites.IsWrite(reference, out IOperation? value))
                {
                    writes.Add(value);
                }
            }
        }

        return writes;
    }

    private static SyntaxNode FullName(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };

    private static bool MayBeWrite(SyntaxNode use, bool isArray) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        ArgumentSyntax argument => argument.Parent is TupleExpressionSyntax || !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        // An extension method takes a struct by reference without a word at the call.
        MemberAccessExpressionSyntax access => !isArray && access.Parent is InvocationExpressionSyntax,
        ParenthesizedExpressionSyntax outer => MayBeWrite(outer, isArray),
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax => true,
        _ => false,
    };

    private SemanticModel Model(SyntaxNode node) => _compilation.GetSemanticModel(node.SyntaxTree);

    private static SyntaxNode? Declaration(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
}
