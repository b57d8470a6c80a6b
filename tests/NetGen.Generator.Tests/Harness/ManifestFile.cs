using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Model;

namespace NetGen.Generator.Tests;

/// <summary>A weight manifest as the build hands it to the compiler.</summary>
internal sealed class ManifestFile(string text, string path = "obj/1" + WeightManifest.FileExtension) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
