using System.Runtime.CompilerServices;
using NetGen.PackageTests;

[assembly: AssemblyFixture(typeof(PackedRepository))]

namespace NetGen.PackageTests;

/// <summary>The package, built once from a copy of the sources, and a folder for projects that use it.</summary>
public sealed class PackedRepository : IDisposable
{
    /// <summary>A version no feed has, so that no other package is taken for this one.</summary>
    public const string Version = "0.1.0-package-tests";

    private readonly string _root = Directory.CreateTempSubdirectory("netgen-").FullName;

    public PackedRepository()
    {
        Feed = Pack("first");
        File.WriteAllText(
            Path.Combine(_root, "nuget.config"),
            """
            <configuration>
              <packageSources>
                <add key="packed" value="first/packed" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>The folder that the package was written to.</summary>
    public string Feed { get; }

    /// <summary>The copy of the sources that it was built from.</summary>
    public string Sources => Path.GetDirectoryName(Feed)!;

    /// <summary>The repository's top folder.</summary>
    public static string Root { get; } = Path.GetFullPath("../..", SourceFolder());

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Copies the sources to a folder outside any git clone and builds the package there.</summary>
    /// <param name="name">The folder's name.</param>
    /// <returns>The folder that has the package.</returns>
    public string Pack(string name)
    {
        string copy = Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
        CopyFiles(Root, copy, SearchOption.TopDirectoryOnly);
        CopyFiles(Path.Combine(Root, "src"), Path.Combine(copy, "src"), SearchOption.AllDirectories);
        CopyFiles(Path.Combine(Root, "generator"), Path.Combine(copy, "generator"), SearchOption.AllDirectories);
        Command.Dotnet(copy, null, $"pack src/NetGen -c Release -p:Version={Version} -o packed -v q");
        return Path.Combine(copy, "packed");
    }

    /// <summary>Copies more to the sources that the package was built from, so that it is built upon their build.</summary>
    /// <param name="folder">A folder of the repository, without those in it.</param>
    public void AddSources(string folder)
    {
        string copy = Path.Combine(Sources, folder);
        if (!Directory.Exists(copy))
        {
            CopyFiles(Path.Combine(Root, folder), copy, SearchOption.TopDirectoryOnly);
        }
    }

    /// <summary>A new folder with the files of one that is beside this source.</summary>
    /// <param name="source">The folder to copy.</param>
    /// <returns>The new folder.</returns>
    public string NewProject(string source)
    {
        string folder = Path.Combine(_root, "projects", Guid.NewGuid().ToString("N"));
        CopyFiles(Path.Combine(SourceFolder(), source), folder, SearchOption.AllDirectories);
        return folder;
    }

    /// <summary>Runs the .NET command line on such a project, with the packages in a folder of the test run.</summary>
    /// <param name="folder">Where to run it.</param>
    /// <param name="arguments">The arguments, separated by spaces.</param>
    /// <param name="program">The program: the command line itself, or what calls it.</param>
    /// <returns>What it printed.</returns>
    public string Dotnet(string folder, string arguments, string program = "dotnet") =>
        Command.Dotnet(folder, Path.Combine(_root, "packages"), arguments, program);

    private static void CopyFiles(string from, string to, SearchOption depth)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", depth))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
