using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Benchmarks.StartUp;

/// <summary>The program NetGen.StartUp, published in one way and run as a process of its own.</summary>
internal sealed class Publication
{
    private const string Project = "NetGen.StartUp";
    private static readonly string _tests = Path.GetFullPath("../..", SourceFolder());

    // Kept, so that the next run builds only what has changed.
    private static readonly string _artifacts = Path.GetFullPath("../artifacts/published", _tests);

    private readonly string _program;

    private Publication(string name, params string[] how)
    {
        Name = name;
        string output = Path.Combine(_artifacts, name.Replace(' ', '-'));
        _program = Path.Combine(output, OperatingSystem.IsWindows() ? Project + ".exe" : Project);
        Console.Error.WriteLine($"publishing {Project}, {name} ...");
        ProcessStartInfo start = new(
            "dotnet",
            [
                "publish", Project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, $"-p:ArtifactsPath={_artifacts}",
                "-o", output, .. how,
            ])
        {
            WorkingDirectory = _tests,
        };

        // "dotnet run" leaves its own MSBuild in the environment.
        foreach (string variable in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)))
        {
            start.Environment.Remove(variable);
        }

        Run(start);
    }

    public string Name { get; }

    /// <summary>Compiled at run time.</summary>
    public static Publication Jit() => new("JIT", "--self-contained", "false");

    /// <summary>Native code for this machine.</summary>
    public static Publication Native() => new("NativeAOT", ["-p:PublishAot=true", "-p:IlcInstructionSet=native", .. Linker]);

    /// <summary>Native code for any machine.</summary>
    public static Publication NativeForAny() => new("NativeAOT for any CPU", ["-p:PublishAot=true", .. Linker]);

    /// <summary>Runs the program.</summary>
    /// <returns>The lines it printed.</returns>
    public string[] Run(params IEnumerable<string> arguments) => Run(new ProcessStartInfo(_program, arguments));

    /// <summary>Runs the program, with the time of its start as the last argument.</summary>
    /// <returns>The lines it printed.</returns>
    public string[] RunTimed(params IEnumerable<string> arguments) =>
        Run([.. arguments, Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture)]);

    // On Linux the SDK links with clang, where nothing else is asked for.
    private static string[] Linker =>
        OperatingSystem.IsLinux() && !Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(
            folder => File.Exists(Path.Combine(folder, "clang")))
            ? ["-p:CppCompilerAndLinker=gcc"]
            : [];

    private static string[] Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)}:\n{output}");
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
