using System.Xml.Linq;

namespace NetGen.PackageTests;

/// <summary>NETGEN303, the warning of the package's targets about native code without the instructions the kernels use.</summary>
public sealed class InstructionSetTests : IDisposable
{
    private readonly PackedRepository _repository;
    private readonly string _project;

    public InstructionSetTests(PackedRepository repository)
    {
        _repository = repository;
        _project = repository.NewProject("Consumer");
        Dotnet("restore -v q");
    }

    public void Dispose() => Directory.Delete(_project, recursive: true);

    [Theory]
    [InlineData("PrepareForBuild")]
    [InlineData("PrepareForPublish")]
    [InlineData("PrepareForBuild;PrepareForPublish")]
    public void WarnsOnceInABuildAndInAPublication(string targets)
    {
        string output = Run(targets, "-p:PublishAot=true");

        Assert.Equal(2, output.Split("warning NETGEN303: PublishAot is set but IlcInstructionSet is not").Length);
        Assert.Contains("Set <IlcInstructionSet>native</IlcInstructionSet>", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-p:PublishAot=true -p:IlcInstructionSet=x86-64-v3")]
    [InlineData("-p:PublishAot=true -p:NoWarn=NETGEN303")]
    [InlineData("-p:PublishAot=true -p:OutputType=Library")]
    [InlineData("-p:PublishAot=true -p:RuntimeIdentifier=linux-arm64")]
    public void SaysNothingWhereNothingIsWrong(string properties) =>
        Assert.DoesNotContain("NETGEN303", Run("PrepareForBuild;PrepareForPublish", properties), StringComparison.Ordinal);

    [Fact]
    public void LibraryOfNativeCodeIsAProgramToo() => Assert.Contains(
        "warning NETGEN303",
        Run("PrepareForBuild", "-p:PublishAot=true -p:OutputType=Library -p:NativeLib=Shared"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("-warnaserror")]
    [InlineData("-p:WarningsAsErrors=NETGEN303")]
    public void CanBeAnError(string how)
    {
        string message = Assert.ThrowsAny<Exception>(() => Run("PrepareForBuild", $"-p:PublishAot=true {how}")).Message;
        Assert.Contains("error NETGEN303", message, StringComparison.Ordinal);
    }

    [Fact]
    public void LinksToItsPage()
    {
        var properties = XDocument.Load(Path.Combine(PackedRepository.Root, "Directory.Build.props"));
        string url = properties.Descendants("RepositoryUrl").Single().Value;
        string page = "generator/docs/rules/NETGEN303.md";

        Assert.True(File.Exists(Path.Combine(PackedRepository.Root, page)));
        Assert.Contains(
            $"HelpLink={url}/blob/main/{page} ",
            Run("PrepareForBuild", "-p:PublishAot=true -p:RepositoryUrl=https://users.example -v:diag"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ProgramIsToldThatHasItsNetworksInALibrary()
    {
        string program = Path.Combine(_project, "Program");
        Directory.CreateDirectory(program);
        File.WriteAllText(
            Path.Combine(program, "Program.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Consumer.csproj" />
              </ItemGroup>
            </Project>
            """);
        _repository.Dotnet(program, "restore -v q");

        string output = _repository.Dotnet(program, "msbuild -t:PrepareForBuild -p:PublishAot=true");
        Assert.Contains("warning NETGEN303", output, StringComparison.Ordinal);
    }

    private string Run(string targets, string arguments) => Dotnet($"msbuild \"-t:{targets}\" {arguments}");

    private string Dotnet(string arguments) => _repository.Dotnet(_project, arguments);
}
