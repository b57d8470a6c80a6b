using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>The layer table in an editor: at the class, and at the members one looks at to learn what a network is.</summary>
public class LayerTableDocumentationTests
{
    private static readonly string[] _members = ["ParameterCount", "Summary", "Forward", "ForwardBatch", "Classify"];

    [Theory]
    [InlineData("", "partial class Net;", "Net")]
    [InlineData("/// <summary>Own words.</summary>\n", "partial class Net;", "Net")]
    [InlineData("", "partial class @class;", "class")]
    [InlineData("", "partial struct Generic<T, @class>;", "Generic`2")]
    public void TheTableStandsAtTheClassAndItsMembers(string documentation, string declaration, string type)
    {
        (INamedTypeSymbol net, Compilation compilation, string table) = Generate(documentation, declaration, type);
        Assert.Contains("a<b>&c--\"d   (5)", table, StringComparison.Ordinal);
        Assert.All(Members(net).Prepend(net), symbol => Assert.Equal(table, Hover.Of(symbol, compilation).Remarks));
    }

    [Fact]
    public void MembersKeepTheirSummaries()
    {
        (INamedTypeSymbol net, Compilation compilation, _) = Generate("/// <summary>Own words.</summary>\n", "partial class Net;", "Net");
        Assert.Equal("Own words.", Hover.Of(net, compilation).Summary);
        Assert.Equal(
            [
                "The number of weights and bias values in all layers: 27.",
                "A table of the layers, their output shapes, activations and parameters, with totals.",
                "Runs the network on one sample.",
                "Runs the network on one sample with the caller's scratch memory.",
                "Runs the network on as many samples as the lengths say.",
                "Runs the network on as many samples as the lengths say, with the caller's scratch memory.",
                "Runs the network on as many samples as the lengths say, on several cores where that pays, from about four million\n"
                    + "multiply-adds on: the calling thread and free threads of the thread pool take the rows in chunks. The results "
                    + "are bit for\nbit those of one thread. After its first use a thread allocates nothing.",
                "Gives the index of the largest output, the lowest where several are equal.",
                "Gives the index of the largest output, the lowest where several are equal.",
            ],
            Members(net).Select(member => Hover.Of(member, compilation).Summary));
    }

    [Fact]
    public void AUsersSummaryStandsBesideTheTable()
    {
        (INamedTypeSymbol net, _, string table) = Generate("/// <summary>Own words.</summary>\n", "partial class Net;", "Net");
        XElement whole = XElement.Parse(net.GetDocumentationCommentXml()!);
        Assert.Equal(["summary", "remarks"], whole.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("Own words.", whole.Element("summary")!.Value);
        Assert.Equal(
            table.Split('\n'),
            whole.Element("remarks")!.Value.Trim().Split('\n').Select(line => line.Trim()));
    }

    /// <summary>An editor shows the first remarks of a class, which are the user's; the members still have the table.</summary>
    [Fact]
    public void AUsersRemarksComeFirstAtTheClassAlone()
    {
        (INamedTypeSymbol net, Compilation compilation, string table) =
            Generate("/// <remarks><code>Own</code></remarks>\n", "partial class Net;", "Net");
        Assert.Equal("Own", Hover.Of(net, compilation).Remarks);
        Assert.All(Members(net), member => Assert.Equal(table, Hover.Of(member, compilation).Remarks));
    }

    private static (INamedTypeSymbol Net, Compilation Compilation, string Table) Generate(
        string documentation, string declaration, string type)
    {
        const string Layers = """
            [NetGen.Network(2)]
            [NetGen.Dense(5, Name = "a<b>&c--\"d")]
            [NetGen.Dense(2, NetGen.Activation.Softmax)]

            """;
        GeneratorRun run = GeneratorRun.Of(documentation + Layers + declaration);
        run.AssertDiagnostics();
        INamedTypeSymbol net = run.Compilation.GetTypeByMetadataName(type)!;
        return (net, run.Compilation, (string)((IFieldSymbol)net.GetMembers("Summary").Single()).ConstantValue!);
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol net) => _members.SelectMany(name => net.GetMembers(name));
}
