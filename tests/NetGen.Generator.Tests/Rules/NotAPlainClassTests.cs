using Microsoft.CodeAnalysis.Testing;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN003: each kind of type that is no network is one finding and no error of the compiler.</summary>
public class NotAPlainClassTests
{
    [Theory]
    [InlineData("static partial class {|#0:Net|};", "static")]
    [InlineData("static class {|#0:Net|};", "static")]
    [InlineData("abstract partial class {|#0:Net|};", "abstract")]
    [InlineData("partial class {|#0:Net|}; abstract partial class Net;", "abstract")]
    [InlineData("partial class {|#0:Net|}<T>;", "generic")]
    [InlineData("file partial class {|#0:Net|};", "file-local")]
    [InlineData("partial struct {|#0:Net|};", "a struct")]
    [InlineData("readonly partial struct {|#0:Net|} { public Net() { } }", "a struct")]
    [InlineData("ref partial struct {|#0:Net|};", "a ref struct")]
    [InlineData("partial interface {|#0:INet|};", "an interface")]
    [InlineData("partial interface {|#0:INet|}<in T>;", "an interface")]
    [InlineData("partial record {|#0:Net|};", "a record")]
    [InlineData("sealed partial record class {|#0:Net|}(int A, int Summary);", "a record")]
    [InlineData("record {|#0:Net|};", "a record")]
    [InlineData("partial record struct {|#0:Net|}(int A);", "a record struct")]
    [InlineData("static partial class {|#0:Net|}<T> { static int Summary => 1; }", "static")]
    public Task OtherTypes(string declaration, string kind) => Check(
        "[Network(4)] [Dense(3)] " + declaration,
        $"'{(declaration.Contains("INet", StringComparison.Ordinal) ? "INet" : "Net")}' is {kind}; a network is a class that is not "
            + "static, abstract, generic, file-local or a record");

    [Theory]
    [InlineData("partial class Box<T> { NET }", "'Net' stands in the generic type 'Box<T>'; a network is not generic")]
    [InlineData(
        "partial struct Box<A, B> { partial class In { NET } }",
        "'Net' stands in the generic type 'Box<A, B>'; a network is not generic")]
    [InlineData("file partial class Box { NET }", "'Net' stands in the file-local type 'Box', which other files cannot extend")]
    [InlineData(
        "file partial class Box { partial class In { NET } }",
        "'Net' stands in the file-local type 'Box', which other files cannot extend")]
    public Task TypesAround(string declaration, string message) => Check(
        declaration.Replace("NET", "[Network(4)] [Dense(3)] partial class {|#0:Net|};", StringComparison.Ordinal), message);

    [Theory]
    [InlineData("[Network(4)] [Dense(3)] sealed partial class Net;")]
    [InlineData("[Network(4)] [Dense(3)] unsafe partial class Net;")]
    [InlineData("static partial class Outer { [Network(4)] [Dense(3)] internal partial class Net; }")]
    [InlineData("abstract partial class Outer { [Network(4)] [Dense(3)] partial class Net; }")]
    [InlineData("partial interface IOuter { [Network(4)] [Dense(3)] partial class Net; }")]
    [InlineData("partial record struct Outer(int A) { [Network(4)] [Dense(3)] partial class Net; }")]
    [InlineData("class Base<T>; [Network(4)] [Dense(3)] partial class Net : Base<int>;")]
    public Task PlainClassesAndWhatMayContainThemHaveNone(string source) =>
        new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(source).RunAsync();

    private static Task Check(string source, string message) => new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(source)
    {
        ExpectedDiagnostics = { new DiagnosticResult(Rules.NotAPlainClass).WithLocation(0).WithMessage(message) },
    }.RunAsync();
}
