namespace NetGen.Tests.Weights;

/// <summary>An empty folder for a test's files, deleted at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("netgen-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
