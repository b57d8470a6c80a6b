using System.Runtime.CompilerServices;
using DiffEngine;

namespace NetGen.Generator.Tests;

/// <summary>
/// Compares a text with <c>Name.verified.cs</c> beside the test, and where they differ writes <c>Name.received.cs</c>
/// and shows both. It stands in for Verify.SourceGenerators, with the same conventions: to switch is to change this
/// file. A file of the repository that is generated is compared in the same way, with <c>File.received.md</c> beside it.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string text, string name, [CallerFilePath] string testFile = "")
    {
        string start = Path.Combine(Path.GetDirectoryName(testFile)!, name);
        Compare(text, start + ".verified.cs", start + ".received.cs");
    }

    public static void VerifyFile(string text, string path) =>
        Compare(text, path, Path.ChangeExtension(path, ".received" + Path.GetExtension(path)));

    private static void Compare(string text, string verified, string received)
    {
        string expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        // A diff tool shows an empty file better than none; it is no snapshot until someone has accepted the text.
        File.WriteAllText(received, text);
        if (!File.Exists(verified))
        {
            File.WriteAllText(verified, "");
        }

        if (!BuildServerDetector.Detected)
        {
            DiffRunner.Launch(received, verified);
        }

        Assert.Fail(
            $"{Path.GetFileName(received)} differs from {Path.GetFileName(verified)} from line {FirstDifference(text, expected)} on. "
                + "If it is what should be generated, put it in place of the other.");
    }

    private static int FirstDifference(string a, string b) =>
        a.Split('\n').Zip(b.Split('\n')).TakeWhile(lines => lines.First == lines.Second).Count() + 1;
}
