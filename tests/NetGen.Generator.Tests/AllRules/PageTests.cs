using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>What is written about the rules is true and complete: their pages, help links and release notes.</summary>
public class PageTests
{
    public static TheoryData<string> Ids =>
        [.. Shipped.Rules.Select(rule => rule.Id).Append(RulePage.OfTargets).Order(StringComparer.Ordinal)];

    [Fact]
    public void EachRuleHasItsPageAndEachPageItsRule() => Assert.Equal(Ids.Select(id => id.Data), RulePage.Ids);

    [Fact]
    public void HelpLinksAreThePagesInTheRepository()
    {
        string url = XDocument.Load(Path.Combine(RulePage.Root, "Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;
        Assert.All(Shipped.Rules, rule => Assert.Equal($"{url}/blob/main/{RulePage.Folder}/{rule.Id}.md", rule.HelpLinkUri));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void PageTellsAllThereIsToTell(string id)
    {
        RulePage page = new(id);
        DiagnosticDescriptor? rule = Shipped.Rules.SingleOrDefault(rule => rule.Id == id);
        string title = rule?.Title.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? page.Title;
        string severity = rule?.DefaultSeverity.ToString().ToLowerInvariant() ?? "warning";
        Assert.Equal($"# {id}: {title}\n\n| severity | fix |\n|---|---|\n| {severity} | {page.Fix} |\n", page.Header);
        Assert.Equal(
            ["What it finds", "Why it matters", "Wrong", "Right", "When to suppress"], page.Sections.Select(section => section.Title));
        Assert.All(page.Sections, section => Assert.NotEqual("", section.Text.Trim()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void PageNamesAFixWhereThereIsOne(string id) =>
        Assert.Equal(Shipped.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id)), new RulePage(id).Fix != "none");

    [Fact]
    public void ReleaseNotesAreTheTitles()
    {
        string notes = File.ReadAllText(Path.Combine(RulePage.Root, "generator/NetGen.Generator/AnalyzerReleases.Unshipped.md"));
        Assert.Equal(
            Shipped.Rules.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"),
            notes.Split('\n').Where(line => line.StartsWith("NETGEN", StringComparison.Ordinal)));
    }
}
