using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.PackageTests;

/// <summary>
/// All test networks give the same bits in batches of all sizes, with vectors of each width, compiled at run time and ahead of
/// it, on x64 and Arm64; and close results where multiply-adds are not fused.
/// </summary>
public sealed class BitIdentityTests(PackedRepository repository)
{
    private const string Emulator = "/usr/bin/qemu-aarch64-static", Arm64Libraries = "/usr/aarch64-linux-gnu";

    private static readonly int _bits =
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated && Fma.IsSupported ? 256 : 128;

    private static readonly string _built = Command.Built("NetGen.Bits");

    private static readonly Lazy<BitsRun> _expected = new(() => BitsRun.Of(_built));

    [Fact]
    public void TheWidestVectorsAreUsed() => Assert.Equal(_bits, _expected.Value.Bits);

    [Theory]
    [InlineData("DOTNET_EnableAVX512=0", 256)]
    [InlineData("DOTNET_PreferredVectorBitWidth=128", 128)]
    public void NarrowerVectorsGiveTheSameBits(string setting, int bits)
    {
        BitsRun run = BitsRun.Of(_built, environment: setting);

        Assert.Equal(Math.Min(bits, _bits), run.Bits);
        _expected.Value.AssertAgrees(run);
    }

    [Fact]
    public void WithoutFusedMultiplyAddsTheResultIsClose()
    {
        BitsRun run = BitsRun.Of(_built, isShort: true, environment: "DOTNET_EnableAVX2=0");

        AssertIsNarrowest(run);
        _expected.Value.AssertAgrees(run);
    }

    [Fact]
    public void NativeCodeForThisMachineGivesTheSameBits()
    {
        BitsRun run = BitsRun.Of(PublishNative("-p:IlcInstructionSet=native"));

        Assert.Equal(_bits, run.Bits);
        _expected.Value.AssertAgrees(run);
    }

    [Fact]
    public void NativeCodeForAnyMachineGivesACloseResult()
    {
        BitsRun run = BitsRun.Of(PublishNative(""), isShort: true);

        AssertIsNarrowest(run);
        _expected.Value.AssertAgrees(run);
    }

    [Fact]
    public void Arm64GivesTheSameBits()
    {
        Assert.SkipWhen(RuntimeInformation.ProcessArchitecture == Architecture.Arm64, "All the other tests run on Arm64.");
        bool canRun = File.Exists(Emulator) && Directory.Exists(Arm64Libraries);
        Assert.SkipUnless(
            canRun || Environment.GetEnvironmentVariable("CI") == "true",
            $"Needs an emulator of Arm64, {Emulator}, and its C library in {Arm64Libraries}: see .ci/run.");
        Assert.True(canRun, $"{Emulator} or {Arm64Libraries} is missing");

        // The emulator does not keep up with pages that are written under one address and run under another.
        BitsRun run = BitsRun.Of(
            Publish("linux-arm64", "--self-contained"),
            isShort: true,
            before: [Emulator, "-L", Arm64Libraries],
            "DOTNET_EnableWriteXorExecute=0");

        Assert.True(run.IsFused);
        _expected.Value.AssertAgrees(run);
    }

    /// <summary>Arm64 has fused multiply-adds everywhere, x64 in code for some machines only.</summary>
    private static void AssertIsNarrowest(BitsRun run)
    {
        Assert.Equal(128, run.Bits);
        Assert.Equal(RuntimeInformation.ProcessArchitecture == Architecture.Arm64, run.IsFused);
    }

    private string PublishNative(string how) =>
        Publish(RuntimeInformation.RuntimeIdentifier, $"-p:PublishAot=true {Command.Linker} {how}");

    /// <summary>Publishes the program from the copy of the sources, whose build of library and generator it shares.</summary>
    /// <returns>The program.</returns>
    private string Publish(string platform, string how)
    {
        string[] folders =
            [
                "tests", "tests/NetGen.Bits", "tests/NetGen.Tests/Networks", "tests/NetGen.Tests/Training", "tests/NetGen.Tests/Vectors",
                "examples/FashionMnist",
            ];
        Array.ForEach(folders, repository.AddSources);
        string output = Path.Combine(repository.Sources, "published", Guid.NewGuid().ToString("N"));
        Command.Dotnet(
            repository.Sources,
            packages: null,
            $"publish tests/NetGen.Bits -c Release -p:Version={PackedRepository.Version} -r {platform} -o {output} {how}");
        return Path.Combine(output, Command.FileName("NetGen.Bits"));
    }
}
