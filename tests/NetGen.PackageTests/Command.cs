using System.Diagnostics;

namespace NetGen.PackageTests;

/// <summary>Runs programs; one that fails or takes too long fails the test with all it printed.</summary>
internal static class Command
{
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(4);

    /// <summary>An argument for native code: on Linux the SDK links with clang, where nothing else is asked for.</summary>
    public static string Linker { get; } =
        OperatingSystem.IsLinux() && !Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(
            folder => File.Exists(Path.Combine(folder, "clang")))
            ? "-p:CppCompilerAndLinker=gcc"
            : "";

    /// <summary>A program's file name here.</summary>
    public static string FileName(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;

    /// <summary>The path of a project's program, built beside these tests.</summary>
    public static string Built(string project) => Path.Combine(
        AppContext.BaseDirectory.Replace("NetGen.PackageTests", project, StringComparison.Ordinal), FileName(project));

    /// <summary>Runs the .NET command line, or what calls it, as a person would in a new terminal.</summary>
    /// <param name="folder">Where to run it.</param>
    /// <param name="packages">The folder that restored packages go to; the machine's own where null.</param>
    /// <param name="arguments">The arguments, separated by spaces.</param>
    /// <param name="program">The program.</param>
    /// <returns>What it printed to the standard output.</returns>
    public static string Dotnet(string folder, string? packages, string arguments, string program = "dotnet")
    {
        var start = new ProcessStartInfo(program, arguments);
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfThisBuild))
        {
            start.Environment.Remove(name);
        }

        // No server may outlive the test: it would keep the test's folder and its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
        }

        return Run(folder, start);
    }

    /// <summary>Runs a program.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed to the standard output.</returns>
    public static string Run(string path, params IEnumerable<string> arguments) => Run(new ProcessStartInfo(path, arguments));

    /// <summary>Runs a program.</summary>
    /// <param name="start">The program, its arguments and environment.</param>
    /// <returns>What it printed to the standard output.</returns>
    public static string Run(ProcessStartInfo start) => Run(Path.GetDirectoryName(start.FileName)!, start);

    private static string Run(string folder, ProcessStartInfo start)
    {
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(_timeout);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        string ending = ended ? $"exit code {process.ExitCode}" : $"no end within {_timeout}";
        Assert.True(
            ended && process.ExitCode == 0,
            $"{start.FileName} {start.Arguments}{string.Join(' ', start.ArgumentList)}: {ending}\n{output.Result}{error.Result}");
        return output.Result;
    }

    private static bool IsOfThisBuild(string variable) =>
        variable.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || variable is "Configuration" or "Platform";
}
