using NetGen.Generator.Code;

namespace NetGen.Generator.Declaration;

/// <summary>What the source says about one network: names, sizes and layers, without symbols or syntax.</summary>
/// <param name="HasDebuggerDisplay">Whether the user's own part has the attribute, so that a second would compete with it.</param>
internal sealed record NetworkDeclaration(
    string Namespace,
    EquatableArray<TypePart> Containers,
    TypePart Type,
    int? Inputs,
    string? Weights,
    long MaxParameters,
    EquatableArray<LayerDeclaration> Layers,
    int LayersElsewhere,
    bool HasDebuggerDisplay);

/// <summary>One type declaration: the network's own, or one that contains it.</summary>
/// <param name="Keyword">What follows <c>partial</c>: <c>class</c>, <c>record</c>, <c>record struct</c>, …</param>
/// <param name="Name">The name, without <c>@</c> or type parameters.</param>
/// <param name="TypeParameters">The type parameters, such as <c>&lt;T&gt;</c>, or nothing.</param>
/// <param name="Trait">What keeps it from being a network class (<c>static</c>, <c>generic</c>, …), or null.</param>
internal sealed record TypePart(string Keyword, string Name, string TypeParameters, bool IsPartial, string? Trait)
{
    /// <summary>The name as code has it.</summary>
    public string Identifier => Identifiers.Escape(Name) + TypeParameters;

    public bool IsGeneric => TypeParameters.Length > 0;
}

/// <summary>One layer attribute: its kind (<c>Dense</c> of <c>DenseAttribute</c>) and its arguments by name.</summary>
internal sealed record LayerDeclaration(string Kind, EquatableArray<LayerArgument> Arguments)
{
    public T Get<T>(string name, T fallback) => Find(name) is T value ? value : fallback;

    public EquatableArray<float>? GetFloats(string name) => Find(name) as EquatableArray<float>?;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Whether an argument is given, but no value for it.</summary>
    public bool IsUnknown(string name) => Arguments.Any(argument => argument.Name == name && argument.Value is null);

    private object? Find(string name)
    {
        foreach (LayerArgument argument in Arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}

/// <summary>An attribute argument. Enums are their number, arrays of float an <see cref="EquatableArray{T}"/>.</summary>
internal sealed record LayerArgument(string Name, object? Value);
