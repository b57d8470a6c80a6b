using NetGen.Generator.Declaration;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>What the generator adds to a network's class: the names and signatures that a member of the user's cannot have.</summary>
internal static class GeneratedMembers
{
    private const string Floats = "global::System.ReadOnlySpan<float>", Span = "global::System.Span<float>", Optimizer = "global::NetGen.Optimizer";

    private static readonly MemberDeclaration[] _ofAll =
    [
        Value("InputLength"),
        Value("OutputLength"),
        Value("LayerCount"),
        Value("ParameterCount"),
        Value("MultiplyAddCount"),
        Value("ParameterBytes"),
        Value("WorkspaceLength"),
        Value("Summary"),
        Value("Layers"),
        Type("LayerTable"),
        Method("Load", "string"),
        Method("Load", "global::System.IO.Stream"),
        Method("FromParameters", Floats),
        Method("Initialize", "int"),
        Method("CopyParametersTo", Span),
        Method("Save", "string"),
        Method("Forward", $"{Floats}, {Span}"),
        Method("Forward", $"{Floats}, {Span}, {Span}"),
        Method("ForwardBatch", $"{Floats}, {Span}"),
        Method("ForwardBatch", $"{Floats}, {Span}, {Span}"),
        Method("ForwardBatch", $"{Floats}, {Span}, int"),
    ];

    private static readonly MemberDeclaration[] _ofClassifiers = [Method("Classify", Floats), Method("Classify", $"{Floats}, ref float")];
    private static readonly MemberDeclaration[] _withWeights = [Value("Default")];
    private static readonly MemberDeclaration[] _private =
        [Value("_packed"), Value("_start"), Method(MemberDeclaration.Constructor, Floats)];

    private static readonly MemberDeclaration[] _ofTrainable = [Type("Trainer"), Method("CreateTrainer", $"{Optimizer}, int, int")];

    private static readonly MemberDeclaration[] _privateWithWeights = [Type("DefaultNetwork")];

    private static readonly HashSet<string> _names =
    [
        .. new[] { _ofAll, _ofClassifiers, _withWeights, _ofTrainable, _private, _privateWithWeights }
            .SelectMany(members => members).Select(member => member.Name),
    ];

    /// <summary>The names that members of networks have, beside the layers'.</summary>
    public static IEnumerable<string> Names => _names;

    /// <summary>Whether some network has a generated member of that name, beside its layers.</summary>
    public static bool IsName(string name) => _names.Contains(name);

    /// <summary>The members of a network, beside its layers, that are there even where it cannot run.</summary>
    public static IEnumerable<MemberDeclaration> OfStub(NetworkModel model) => _ofAll
        .Concat(model.IsClassifier ? _ofClassifiers : [])
        .Concat(HasDefault(model) ? _withWeights : [])
        .Concat(model.Training is null ? [] : _ofTrainable)
        .Concat(model.Training is null ? [] : [Method("CreateTrainer", $"{Optimizer}, {model.FullName}, int")]);

    /// <summary>The members that only a network that can run has.</summary>
    public static IEnumerable<MemberDeclaration> Private(NetworkModel model) =>
        HasDefault(model) ? _private.Concat(_privateWithWeights) : _private;

    /// <summary>The class of a layer's constants.</summary>
    public static MemberDeclaration Of(Layer layer) => Type(layer.Identifier.TrimStart('@'));

    private static bool HasDefault(NetworkModel model) => model.Weights is not WeightSource.None;

    private static MemberDeclaration Value(string name) => new(name, MemberKind.Value);

    private static MemberDeclaration Type(string name) => new(name, MemberKind.Type, "0");

    private static MemberDeclaration Method(string name, string parameters) => new(name, MemberKind.Method, parameters);
}
