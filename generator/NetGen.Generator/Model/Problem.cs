using NetGen.Generator.Declaration;

namespace NetGen.Generator.Model;

/// <summary>A mistake in a declaration, to be shown by the rule of that id.</summary>
/// <param name="Id">The rule, such as <c>NETGEN101</c>.</param>
/// <param name="Message">What was expected and found.</param>
/// <param name="Layer">The index of the layer it is about, or -1 for the network.</param>
/// <param name="Argument">The attribute argument it is about, or null.</param>
/// <param name="Right">What would be right in its place, where that is known: for the rule's fix.</param>
internal sealed record Problem(string Id, string Message, int Layer = -1, string? Argument = null, string? Right = null)
{
    /// <summary>Whether the network can run all the same: the finding is a warning or an information.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>Whether the argument is one of <c>[Trainable]</c>.</summary>
    public bool IsOfTraining { get; init; }

    /// <summary>The index of the element it is about, of the argument's array, or -1.</summary>
    public int Element { get; init; } = -1;

    /// <summary>Whether this case of a rule is milder than the rule: an information.</summary>
    public bool IsInformation { get; init; }

    /// <summary>Whether the compiler has an error of its own for it, so that no rule need show it.</summary>
    public bool IsCompilersError { get; init; }

    /// <summary>The user's own member it is about, or null.</summary>
    public MemberDeclaration? Member { get; init; }
}
