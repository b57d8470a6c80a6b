namespace NetGen.Generator.Tests;

/// <summary>The tables of the rules, in the README and in the index of the pages, say what the rules and their pages say.</summary>
public class RuleTableTests
{
    private const string Start = "<!-- The rules' table: generated, and compared by RuleTableTests. -->\n";
    private const string End = "<!-- End of the rules' table. -->";

    [Theory]
    [InlineData("README.md", RulePage.Folder + "/")]
    [InlineData(RulePage.Folder + "/README.md", "")]
    public void TableIsUpToDate(string file, string links)
    {
        string path = Path.Combine(RulePage.Root, file);
        string[] parts = File.ReadAllText(path).Split([Start, End], StringSplitOptions.None);
        Snapshot.VerifyFile($"{parts[0]}{Start}\n{Table(links)}\n{End}{parts[2]}", path);
    }

    private static string Table(string links)
    {
        RulePage ofTargets = new(RulePage.OfTargets);
        IEnumerable<string> rows = Shipped.Rules
            .Select(rule => Row(rule.Id, rule.DefaultSeverity.ToString().ToLowerInvariant(), $"{rule.Title}"))
            .Append(Row(RulePage.OfTargets, ofTargets.Severity, ofTargets.Title))
            .Order(StringComparer.Ordinal);
        return "| rule | severity | finds | fix |\n|---|---|---|---|\n" + string.Concat(rows);

        string Row(string id, string severity, string title)
        {
            string fix = new RulePage(id).Fix;
            return $"| [{id}]({links}{id}.md) | {severity} | {title} | {(fix == "none" ? "" : fix)} |\n";
        }
    }
}
