using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace NetGen.Build;

/// <summary>
/// The MSBuild task that writes one <see cref="WeightManifest"/> for each weights file. A bad file does not fail the
/// build here: its manifest carries the error, and an analyzer reports it at the attribute that names the file.
/// </summary>
public sealed class WriteWeightManifests : Microsoft.Build.Utilities.Task
{
    /// <summary>
    /// The weights files, with metadata: <c>Path</c>, their name with <c>/</c> between folders; and where to write:
    /// <c>Manifest</c>, whose time changes with its content only (it is the compiler's input), and <c>Stamp</c>, whose
    /// time says when the file was read.
    /// </summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (ITaskItem file in Files)
        {
            string path = file.GetMetadata("FullPath");
            string stamp = file.GetMetadata("Stamp");
            Log.LogMessage(MessageImportance.Low, "Reading {0}", path);
            WriteIfChanged(file.GetMetadata("Manifest"), WeightManifest.Create(file.GetMetadata("Path"), path));

            // Without a stamp the next build looks again, whatever the age of the file it then finds.
            if (File.Exists(path))
            {
                File.WriteAllBytes(stamp, []);
            }
            else
            {
                File.Delete(stamp);
            }
        }

        return true;
    }

    private static void WriteIfChanged(string path, string content)
    {
        if (File.Exists(path) && File.ReadAllText(path) == content)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // An editor's design-time build may be writing the same file.
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, content);
        File.Move(temporary, path, overwrite: true);
    }
}
