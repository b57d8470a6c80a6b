using System.Runtime.InteropServices;

namespace NetGen.PackageTests;

/// <summary>A program that has nothing but the package: built, trimmed and compiled to native code, without a warning.</summary>
public sealed class ConsumerTests(PackedRepository repository)
{
    // The probabilities are computed in float64 from the weights in the file; 1 / (1 + exp(1.7)) is 0.15447.
    private const string Expected =
        """
        0.01310 0.00433 0.15638 0.00364 0.01185 0.01055 0.14303 0.00444 0.64202 0.01064
        8 0.64202 235146
        0
        1
        1
        0
        0.15447
        True 0

        """;

    [Fact]
    public void ProgramBuildsAndRuns()
    {
        string project = NewProject();

        AssertNoWarning(repository.Dotnet(project, "build -c Release"));
        Assert.Equal(Expected, Run(project, "bin/Release/net10.0"));
    }

    [Fact]
    public void ProgramRunsTrimmed() => PublishAndRun("-p:PublishTrimmed=true --self-contained");

    [Fact]
    public void ProgramRunsCompiledAheadOfTime() =>
        PublishAndRun($"-p:PublishAot=true -p:IlcInstructionSet=native {Command.Linker}");

    private void PublishAndRun(string how)
    {
        string project = NewProject();

        string platform = RuntimeInformation.RuntimeIdentifier;
        AssertNoWarning(repository.Dotnet(project, $"publish -r {platform} -o published {how}"));
        Assert.Equal(Expected, Run(project, "published"));
    }

    private string NewProject()
    {
        string project = repository.NewProject("Consumer");
        string models = Directory.CreateDirectory(Path.Combine(project, "models")).FullName;
        File.Copy(
            Path.Combine(PackedRepository.Root, "examples/FashionMnist/fashion.safetensors"),
            Path.Combine(models, "fashion.safetensors"));
        float[] values = [1, 1, 1, 1, 0, -1, 1, -2, 0];
        File.WriteAllBytes(
            Path.Combine(models, "xor.safetensors"),
            WeightsFile.Bytes(
                """
                {"0.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},
                "0.bias":{"dtype":"F32","shape":[2],"data_offsets":[16,24]},
                "2.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[24,32]},
                "2.bias":{"dtype":"F32","shape":[1],"data_offsets":[32,36]}}
                """,
                [.. values.SelectMany(BitConverter.GetBytes)]));
        return project;
    }

    private static string Run(string project, string folder) =>
        Command.Run(Path.Combine(project, folder, Command.FileName("Consumer")));

    private static void AssertNoWarning(string output)
    {
        string rest = output.Replace("0 Warning(s)", "", StringComparison.Ordinal);
        Assert.DoesNotContain("warning", rest, StringComparison.OrdinalIgnoreCase);
    }
}
