using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>Sources as they stand in an editor between two keystrokes.</summary>
internal sealed class RandomEdit
{
    private const string Extras =
        "0 -1 2147483647 99999999999 2.5f null \"\" typeof(int) default static for new stackalloc . [ ] => @ #if // /* ' \"";

    private readonly string[] _vocabulary;
    private readonly ILookup<SyntaxKind, string> _ofKind;

    public RandomEdit(IEnumerable<string> sources)
    {
        List<(SyntaxKind Kind, string Text)> tokens = [.. sources.SelectMany(Tokens)];
        _vocabulary = [.. tokens.Select(token => token.Text.Trim()).Concat(Extras.Split(' ')).Distinct()];
        _ofKind = _vocabulary.Select(text => SyntaxFactory.ParseToken(text)).ToLookup(token => token.Kind(), token => token.Text);
    }

    /// <summary>Deletes, doubles, replaces, inserts or swaps a few tokens, or ends the text at one.</summary>
    public string Of(string source, Random random)
    {
        List<(SyntaxKind Kind, string Text)> tokens = [.. Tokens(source)];
        for (int edits = 1 + random.Next(4); edits > 0 && tokens.Count > 1; edits--)
        {
            int place = random.Next(tokens.Count), other = random.Next(tokens.Count);
            (SyntaxKind, string) word = (SyntaxKind.None, _vocabulary[random.Next(_vocabulary.Length)] + " ");
            switch (random.Next(20))
            {
                case 0:
                    tokens.RemoveRange(place, tokens.Count - place);
                    break;
                case <= 3:
                    tokens.RemoveAt(place);
                    break;
                case <= 5:
                    tokens.Insert(place, tokens[other]);
                    break;
                case <= 7:
                    (tokens[place], tokens[other]) = (tokens[other], tokens[place]);
                    break;
                case <= 9:
                    tokens.Insert(place, word);
                    break;
                case <= 11:
                    tokens[place] = word;
                    break;
                default:
                    // Another number for a number, another name for a name: it still parses, and means something else.
                    string[] same = [.. _ofKind[tokens[place].Kind]];
                    tokens[place] = same.Length == 0 ? word : (tokens[place].Kind, same[random.Next(same.Length)] + " ");
                    break;
            }
        }

        return string.Concat(tokens.Select(token => token.Text));
    }

    private static IEnumerable<(SyntaxKind Kind, string Text)> Tokens(string source) => CSharpSyntaxTree.ParseText(source)
        .GetRoot().DescendantTokens().Select(token => (token.Kind(), token.ToFullString()));
}
