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
    EquatableArray<MemberDeclaration> Members,
    BaseClass? Base,
    bool HasDebuggerDisplay)
{
    /// <summary>What the network is trained for; null unless it is trainable.</summary>
    public TrainingDeclaration? Training { get; init; }
}

/// <summary>The attribute that makes a network trainable.</summary>
internal sealed record TrainingDeclaration(EquatableArray<AttributeArgument> Arguments) : AttributeDeclaration(Arguments);

/// <summary>One type declaration: the network's own, or one that contains it.</summary>
/// <param name="Keyword">What follows <c>partial</c>: <c>class</c>, <c>record</c>, <c>record struct</c>, …</param>
/// <param name="Name">The name, without <c>@</c> or type parameters.</param>
/// <param name="TypeParameters">The type parameters, such as <c>&lt;T&gt;</c>, or nothing.</param>
/// <param name="Trait">What keeps it from being a network, or from containing one: <c>static</c>, <c>a struct</c>, …; or null.</param>
internal sealed record TypePart(string Keyword, string Name, string TypeParameters, bool IsPartial, string? Trait)
{
    public const string FileLocal = "file-local", Static = "static", Interface = "an interface", RefStruct = "a ref struct";

    /// <summary>The name as code has it.</summary>
    public string Identifier => Identifiers.Escape(Name) + TypeParameters;

    public bool IsGeneric => TypeParameters.Length > 0;

    /// <summary>Whether a generated part can add a network's members, or one that has them, to it.</summary>
    public bool IsExtensible => IsPartial && Trait is not (FileLocal or Static or Interface or RefStruct);
}

/// <summary>One layer attribute: its kind (<c>Dense</c> of <c>DenseAttribute</c>) and its arguments by name.</summary>
/// <param name="Number">Which layer of its kind it is in the network, from 1.</param>
internal sealed record LayerDeclaration(string Kind, int Number, EquatableArray<AttributeArgument> Arguments)
    : AttributeDeclaration(Arguments)
{
    /// <summary>The name in the source, or null.</summary>
    public string? DeclaredName => Get<string?>("Name", null);

    /// <summary>The name in the source, or the kind and its number.</summary>
    public string Name => DeclaredName is { } declared ? Identifiers.ForComments(declared) : Kind + Number;
}

/// <summary>An attribute of the library's and its arguments by name.</summary>
internal abstract record AttributeDeclaration(EquatableArray<AttributeArgument> Arguments)
{
    public T Get<T>(string name, T fallback) => Find(name) is T value ? value : fallback;

    public EquatableArray<float>? GetFloats(string name) => Find(name) as EquatableArray<float>?;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Whether an argument is given, but no value for it.</summary>
    public bool IsUnknown(string name) => Arguments.Any(argument => argument.Name == name && argument.Value is null);

    private object? Find(string name)
    {
        foreach (AttributeArgument argument in Arguments)
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
internal sealed record AttributeArgument(string Name, object? Value)
{
    /// <summary>Has 0 and -0, which are equal as numbers, compared as different values.</summary>
    public int Bits { get; } = Value is float value ? FloatBits.Of(value) : 0;
}
