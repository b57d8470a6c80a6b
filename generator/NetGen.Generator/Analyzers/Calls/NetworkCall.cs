using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Declaration;

namespace NetGen.Generator.Analyzers;

/// <summary>A call of one of a network's generated members, on the network itself or through <c>INetwork&lt;T&gt;</c>.</summary>
/// <param name="Network">The network, of this source or of a reference.</param>
/// <param name="Method">The member's name, such as <c>Forward</c>.</param>
internal readonly record struct NetworkCall(IInvocationOperation Invocation, INamedTypeSymbol Network, string Method)
{
    /// <summary>Tells most other calls by their names, which costs nothing.</summary>
    public static bool MayBe(string method) => method
        is "Forward" or "ForwardBatch" or "Classify" or "CopyParametersTo" or "Load" or "FromParameters" or "Initialize";

    /// <summary>
    /// Recognises a call; null for any other, for one whose network is not known (a type parameter), and for one of a
    /// network with errors, whose numbers mean nothing.
    /// </summary>
    public static NetworkCall? Of(IInvocationOperation invocation, NetworkReadings readings, CancellationToken cancel)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (!MayBe(method.Name))
        {
            return null;
        }

        INamedTypeSymbol owner = method.ContainingType;
        INamedTypeSymbol? network = owner is { Name: "INetwork", TypeArguments: [INamedTypeSymbol self] }
            && owner.ContainingNamespace.ToDisplayString() == "NetGen"
                ? self
                : owner;
        return DeclarationReader.IsNetwork(network)
            && (owner.Name == "INetwork" || IsGenerated(method))
            && readings.Read(network, cancel) is not { Model.HasErrors: true }
                ? new NetworkCall(invocation, network, method.Name)
                : null;
    }

    /// <summary>The value of one of the network's generated constants, such as <c>InputLength</c>.</summary>
    public long? Constant(string name) => Network.GetMembers(name).FirstOrDefault() is IFieldSymbol { HasConstantValue: true } field
        ? Convert.ToInt64(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>The argument for a parameter by its name, in whatever order the arguments are written.</summary>
    public IOperation? Argument(string parameter) =>
        Invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    /// <summary>Tells generated members from a user's overloads: by where they stand, in a reference by their parameters.</summary>
    private static bool IsGenerated(IMethodSymbol method) => method.DeclaringSyntaxReferences.Length > 0
        ? method.DeclaringSyntaxReferences.All(place => GeneratedSource.Contains(place.SyntaxTree))
        : method.Parameters.Length > 0 && method.Parameters.All(IsGenerated);

    private static bool IsGenerated(IParameterSymbol parameter) => parameter.Name switch
    {
        "path" or "stream" or "seed" or "confidence" or "maxDegreeOfParallelism" => true,
        "input" or "inputs" or "output" or "outputs" or "workspace" or "parameters" or "destination" => parameter.Type
            is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Single }] },
        _ => false,
    };
}
