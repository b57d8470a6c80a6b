namespace NetGen.Generator.Model;

/// <summary>A mistake in a declaration, to be shown by the rule of that id.</summary>
/// <param name="Id">The rule, such as <c>NETGEN101</c>.</param>
/// <param name="Message">What was expected and found.</param>
/// <param name="Layer">The index of the layer it is about, or -1 for the network.</param>
/// <param name="Argument">The attribute argument it is about, or null.</param>
internal sealed record Problem(string Id, string Message, int Layer = -1, string? Argument = null);
