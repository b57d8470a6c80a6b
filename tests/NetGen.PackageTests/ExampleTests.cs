using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.PackageTests;

/// <summary>The examples that train, run as programs: each reaches on its held-out samples what it promises.</summary>
public sealed partial class ExampleTests
{
    [Theory]
    [InlineData("HandwrittenDigits", 97)]
    [InlineData("SpamFilter", 93.5)]
    public void Trains(string example, double percent)
    {
        string output = Command.Run(Command.Built(example));

        Match first = Right().Match(output);
        Assert.True(first.Success, output);
        Assert.InRange(double.Parse(first.Groups["percent"].Value, CultureInfo.InvariantCulture), percent, 99.9);
    }

    [GeneratedRegex(@"\d+ of \d+[^,]*, (?<percent>\d+\.\d) %")]
    private static partial Regex Right();
}
