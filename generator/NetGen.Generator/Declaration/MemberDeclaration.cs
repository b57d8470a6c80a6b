namespace NetGen.Generator.Declaration;

/// <summary>What a member is, as far as it decides which others may have its name.</summary>
internal enum MemberKind
{
    /// <summary>A field, property or event: no other member may have its name.</summary>
    Value,

    /// <summary>A method, or a constructor that calls another: overloads have other parameters.</summary>
    Method,

    /// <summary>A type: others of its name have another number of type parameters.</summary>
    Type,

    /// <summary>A constructor that calls no other of its class.</summary>
    Constructor,
}

/// <summary>A member of the user's, of the network's class or inherited; or a generated one, to compare it with.</summary>
/// <param name="Signature">A method's parameters or the number of a type's type parameters.</param>
/// <param name="InheritedFrom">The name of the base class it is inherited from, or null.</param>
/// <param name="IsRequired">Whether an object initializer must set it.</param>
internal sealed record MemberDeclaration(
    string Name, MemberKind Kind, string Signature = "", string? InheritedFrom = null, bool IsRequired = false)
{
    /// <summary>The name of constructors.</summary>
    public const string Constructor = ".ctor";

    /// <summary>Whether the two cannot both be members of a class, or one hides the other where it is inherited.</summary>
    public bool CollidesWith(MemberDeclaration other) =>
        Name == other.Name && (Kind != other.Kind || Kind == MemberKind.Value || Signature == other.Signature);
}

/// <summary>The class a network's class derives from.</summary>
/// <param name="Name">Its name; of a network further up, that one's.</param>
/// <param name="IsNetwork">Whether it is or derives from a network.</param>
/// <param name="HasPlainConstructor">Whether a constructor can call one of its without arguments.</param>
internal sealed record BaseClass(string Name, bool IsNetwork, bool HasPlainConstructor);
