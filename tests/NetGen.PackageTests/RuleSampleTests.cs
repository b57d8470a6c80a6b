namespace NetGen.PackageTests;

/// <summary>The rules and their fixes as a user's build and <c>dotnet format</c> run them.</summary>
public sealed class RuleSampleTests(PackedRepository repository)
{
    [Fact]
    public void EachMistakeIsPrintedOnceAndFixed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script needs bash.");
        string tests = Path.Combine(PackedRepository.Root, "tests");
        Assert.EndsWith(" passed, 0 failed\n", repository.Dotnet(tests, $"rules.sh {repository.Feed}", "bash"), StringComparison.Ordinal);
    }
}
