using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using NetGen.Generator.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>Changes the arguments of an attribute of a network, in whatever form they are written.</summary>
internal sealed class ArgumentEdit
{
    private static readonly SyntaxToken _comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
    private readonly AttributeData _data;
    private readonly List<Entry> _entries = [];

    public ArgumentEdit(AttributeData data)
    {
        _data = data;
        Original = (AttributeSyntax)data.ApplicationSyntaxReference!.GetSyntax();
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = Original.ArgumentList!.Arguments;
        for (int i = 0; i < arguments.Count; i++)
        {
            _entries.Add(new Entry(arguments[i], arguments[i], i == 0 ? default : arguments.GetSeparator(i - 1)));
        }
    }

    public AttributeSyntax Original { get; }

    public AttributeSyntax Result => Original.WithArgumentList(Original.ArgumentList!.WithArguments(SyntaxFactory.SeparatedList(
        _entries.Select(entry => entry.Argument), _entries.Skip(1).Select(entry => entry.Comma))));

    /// <summary>The value for a property or parameter, as it was before the edit.</summary>
    public ExpressionSyntax? Find(string name) => AttributeArguments.Find(Original, _data, name)?.Expression;

    /// <summary>Sets the activation to a member of the enum.</summary>
    public void SetActivation(string member)
    {
        ExpressionSyntax value = Member("Activation", member);
        if (!Replace("activation", value))
        {
            // An argument of the constructor: before the properties, and by name where one before it is.
            int end = _entries.FindLastIndex(entry => entry.Argument.NameEquals is null) + 1;
            NameColonSyntax? name = _entries.Any(entry => entry.Argument.NameColon is not null)
                ? SyntaxFactory.NameColon("activation").WithTrailingTrivia(SyntaxFactory.Space)
                : null;
            _entries.Insert(end, new Entry(null, SyntaxFactory.AttributeArgument(null, name, value), _comma));
        }
    }

    /// <summary>Sets the loss, which is always given, to a member of the enum.</summary>
    public void SetLoss(string member) => Replace("loss", Member("Loss", member));

    /// <summary>Sets the inputs, in front where they were not given; null takes them away.</summary>
    public void SetInputs(ExpressionSyntax? value)
    {
        if (value is null)
        {
            Remove("inputs");
        }
        else if (!Replace("inputs", value))
        {
            AttributeArgumentSyntax next = _entries[0].Argument;
            _entries[0] = _entries[0] with { Argument = next.WithoutLeadingTrivia(), Comma = _comma };
            AttributeArgumentSyntax inputs = SyntaxFactory.AttributeArgument(value.WithoutTrivia());
            _entries.Insert(0, new Entry(null, inputs.WithLeadingTrivia(next.GetLeadingTrivia()), default));
        }
    }

    /// <summary>Sets a property; where it was not given, behind another and written like that one.</summary>
    public void SetProperty(string name, ExpressionSyntax value, string other)
    {
        if (!Replace(name, value))
        {
            int place = IndexOf(other);
            AttributeArgumentSyntax like = _entries[place].Argument;
            NameEqualsSyntax equals = like.NameEquals!.WithName(
                SyntaxFactory.IdentifierName(name).WithTriviaFrom(like.NameEquals.Name));
            _entries.Insert(place + 1, new Entry(null, like.WithNameEquals(equals).WithExpression(value), _entries[place].Comma));
        }
    }

    /// <summary>Sets a property that was not given, behind all others.</summary>
    public void Append(string name, ExpressionSyntax value)
    {
        NameEqualsSyntax equals = SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space));
        _entries.Add(new Entry(null, SyntaxFactory.AttributeArgument(equals, null, value.WithoutTrivia()), _comma));
    }

    /// <summary>Takes an argument away, but not its comments.</summary>
    public void Remove(string name)
    {
        int place = IndexOf(name);
        if (place < 0)
        {
            return;
        }

        AttributeArgumentSyntax removed = _entries[place].Argument;
        SyntaxToken comma = _entries[Math.Max(place, 1)].Comma;
        SyntaxTrivia lineEnd = Comments.LineEnd(Original);
        _entries.RemoveAt(place);
        if (place == 0)
        {
            SyntaxTrivia[] comments = Comments.In(removed.WithoutLeadingTrivia().DescendantTrivia().Concat(comma.GetAllTrivia()));
            _entries[0] = _entries[0] with
            {
                Argument = _entries[0].Argument.WithLeadingTrivia(Comments.Append(removed.GetLeadingTrivia(), comments, lineEnd)),
                Comma = default,
            };
        }
        else
        {
            SyntaxTrivia[] comments = Comments.In(comma.GetAllTrivia().Concat(removed.DescendantTrivia()));
            AttributeArgumentSyntax before = _entries[place - 1].Argument;
            SyntaxTriviaList trailing = before.GetTrailingTrivia();
            _entries[place - 1] = _entries[place - 1] with
            {
                Argument = comments.Length == 0 ? before
                    : before.WithTrailingTrivia(Comments.Append(trailing.Add(SyntaxFactory.Space), comments, lineEnd)),
            };
        }
    }

    private static ExpressionSyntax Member(string type, string member) =>
        SyntaxFactory.ParseExpression($"global::NetGen.{type}.{member}").WithAdditionalAnnotations(Simplifier.Annotation);

    private bool Replace(string name, ExpressionSyntax value)
    {
        int place = IndexOf(name);
        if (place >= 0)
        {
            AttributeArgumentSyntax argument = _entries[place].Argument;
            _entries[place] = _entries[place] with
            {
                Argument = argument.WithExpression(value.WithTriviaFrom(argument.Expression)),
            };
        }

        return place >= 0;
    }

    private int IndexOf(string name) =>
        AttributeArguments.Find(Original, _data, name) is { } argument ? _entries.FindIndex(entry => entry.Original == argument) : -1;

    /// <param name="Original">The argument before the edit; null for a new one.</param>
    /// <param name="Argument">The argument as it is now.</param>
    /// <param name="Comma">The comma before it; the first argument has none.</param>
    private sealed record Entry(AttributeArgumentSyntax? Original, AttributeArgumentSyntax Argument, SyntaxToken Comma);
}
