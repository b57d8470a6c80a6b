using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>A network class of the source with its model, and where each layer of the model stands.</summary>
/// <param name="Part">The part of the class with <c>[Network]</c>.</param>
/// <param name="LayerAttributes">The attributes on that part, one a layer.</param>
internal sealed record NetworkReading(
    INamedTypeSymbol Type,
    TypeDeclarationSyntax Part,
    AttributeData Network,
    ImmutableArray<AttributeData> LayerAttributes,
    NetworkModel Model);

/// <summary>The networks of one compilation, each read once for all rules.</summary>
internal sealed class NetworkReadings
{
    private static readonly ConditionalWeakTable<Compilation, NetworkReadings> _all = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, NetworkReading?> _networks = new(SymbolEqualityComparer.Default);
    private readonly Lazy<EquatableArray<WeightManifest>> _manifests;
    private readonly INamespaceSymbol _source;
    private NetworkReading[]? _inSource;

    private NetworkReadings(Compilation compilation, AnalyzerOptions options)
    {
        _source = compilation.Assembly.GlobalNamespace;
        _manifests = new(() => new EquatableArray<WeightManifest>(options.AdditionalFiles
            .Where(ManifestReader.IsManifest)
            .Select(file => ManifestReader.Read(file, default))));
    }

    /// <summary>Gives the networks of a compilation, or null where it does not refer to the library.</summary>
    public static NetworkReadings? Of(Compilation compilation, AnalyzerOptions options) =>
        compilation.GetTypeByMetadataName(DeclarationReader.NetworkAttribute) is null
            ? null
            : _all.GetValue(compilation, _ => new NetworkReadings(compilation, options));

    /// <summary>Reads a network of this source; null for any other type.</summary>
    public NetworkReading? Read(INamedTypeSymbol type, CancellationToken cancel) =>
        _networks.TryGetValue(type, out NetworkReading? known) ? known
        : DeclarationReader.NetworkAttributeOf(type) is { } network ? _networks.GetOrAdd(type, Read(type, network, cancel))
        : null;

    /// <summary>Reads all networks of this source.</summary>
    public IEnumerable<NetworkReading> ReadAll(CancellationToken cancel) =>
        _inSource ??= [.. TypesIn(_source).Select(type => Read(type, cancel)).OfType<NetworkReading>()];

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        IEnumerable<INamedTypeSymbol> types = container.GetTypeMembers();
        IEnumerable<INamespaceOrTypeSymbol> containers =
            container is INamespaceSymbol space ? [.. space.GetNamespaceMembers(), .. types] : types;
        return types.Concat(containers.SelectMany(TypesIn));
    }

    private NetworkReading? Read(INamedTypeSymbol type, AttributeData network, CancellationToken cancel)
    {
        if (network.ApplicationSyntaxReference?.GetSyntax(cancel) is not AttributeSyntax { Parent.Parent: TypeDeclarationSyntax part })
        {
            return null;
        }

        ImmutableArray<AttributeData> layers = DeclarationReader.LayerAttributesOn(DeclarationReader.LayerAttributes(type), part);
        NetworkModel model = ModelBuilder.Build(DeclarationReader.Read(type, part, network), _manifests.Value);
        return new NetworkReading(type, part, network, layers, model);
    }
}
