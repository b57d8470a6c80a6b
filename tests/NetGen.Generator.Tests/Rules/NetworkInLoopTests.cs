using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;
using static NetGen.Generator.Tests.LoopCode;

namespace NetGen.Generator.Tests;

public class NetworkInLoopTests
{
    [Fact]
    public Task MessageHasTheParameters() => new RuleTest<NetworkInLoopAnalyzer, EmptyCodeFixProvider>(
        """
        [Network(999)]
        [Dense(3)]
        public sealed partial class Net;

        public class User
        {
            public void Run(float[] parameters)
            {
                for (int i = 0; i < 9; i++)
                {
                    var loaded = {|#0:Net.Load("net.safetensors")|};
                    var made = {|#1:Net.FromParameters(parameters)|};
                    var random = {|#2:Net.Initialize(-1)|};
                }
            }
        }
        """)
    {
        ExpectedDiagnostics =
        {
            Found(0, "Each iteration reads, checks and packs the same 3,000 parameters: 'Net.Load'"),
            Found(1, "Each iteration packs the same 3,000 parameters: 'Net.FromParameters'"),
            Found(2, "Each iteration draws and packs the same 3,000 parameters: 'Net.Initialize'"),
        },
    }.RunAsync();

    [Fact]
    public Task SameEachTime() => FindsAsync(
        "while (true) { _net = {|NETGEN302:Net.Load(path)|}; Use(_net); }",
        "while (true) { _net = {|NETGEN302:Net.Load(_readonlyPath)|}; }",
        "while (true) { _net = {|NETGEN302:Net.Load(path: \"a\" + \"b\")|}; }",
        "const string file = \"file\"; do { Use({|NETGEN302:Net.Load(file)|}); } while (length > 3);",
        "foreach (float[] sample in samples) {|NETGEN302:Net.Load(path)|}.Forward(sample, _last);",
        "while ({|NETGEN302:Net.Load(path)|}.Classify(_last) == 0) { length++; }",
        "for (int i = 0; i < length; i++) { for (int j = 0; j < i; j++) { Use({|NETGEN302:Net.Initialize(length)|}); } }",
        "while (true) { if (length > 3) { var it = {|NETGEN302:Net.Load(path)|}; it.Forward(_last, _last); } }",
        "while (true) { if (length > 3) { break; } var it = {|NETGEN302:Net.Load(path)|}; Use(it); }",
        "while (true) { try { {|NETGEN302:Net.Load(path)|}.Classify(_last); } catch (IOException) { } }",
        "while (true) { try { Use({|NETGEN302:Net.Load(path)|}); } finally { Train(); } }",
        "Action run = () => { while (true) { Use({|NETGEN302:Net.Initialize(7)|}); } };",
        "while (true) { {|NETGEN302:Net.FromParameters([1, 2, 3, length])|}.Forward(_last, _last); Train(); }",
        "while (true) { {|NETGEN302:Net.FromParameters(new float[Net.ParameterCount])|}.Forward(_last, _last); Train(); }",
        "while (true) { {|NETGEN302:Net.FromParameters(_weights)|}.Forward(_last, _last); Console.WriteLine(_weights[0]); }",
        "while (true) { {|NETGEN302:Net.FromParameters(parameters.AsSpan(0, length))|}.Forward(_last, _last); }",
        "foreach (float[] sample in samples) { {|NETGEN302:Net.FromParameters(parameters)|}.Forward(sample, Last); }");

    [Fact]
    public Task AnotherEachTime() => FindsAsync(
        "_net = Net.Load(path);",
        "foreach (string file in Directory.GetFiles(path)) { Use(Net.Load(file)); }",
        "for (int i = 0; i < 9; i++) { Use(Net.Load($\"{i}.safetensors\")); Use(Net.Initialize(i)); }",
        "while (true) { Use(Net.Load(path)); path += \"+\"; }",
        "while (true) { Use(Net.Load(_path)); Use(Net.Load(Path.GetFullPath(\"net\"))); }",
        "while (true) { string file = \"net\"; Use(Net.Load(file)); }",
        "using var stream = File.OpenRead(path); while (true) { Use(Net.Load(stream)); }",
        "while (true) { Use(Net.Initialize(length++)); }",
        "while (true) { Use(Net.Initialize(Next())); }",
        "foreach (float[] some in samples) { Use(Net.FromParameters(some)); }",
        "foreach (float[] some in samples) { Use(Net.FromParameters([some[0], 2, 3])); Use(Net.FromParameters([.. parameters])); }",
        "while (true) { Use(Net.FromParameters(Last)); }");

    [Fact]
    public Task WhatItIsMadeOfMayChange() => FindsAsync(
        "while (true) { net.Save(path); Use(Net.Load(path)); }",
        "while (true) { net.Save(\"a\"); Use(Net.Load(\"a\")); }",
        "while (File.Exists(path)) { Use(Net.Load(path)); }",
        "while (true) { parameters[0]++; Net.FromParameters(parameters).Forward(_last, _last); }",
        "while (true) { parameters[0] = 1; Net.FromParameters(_weights).Forward(_last, _last); }",
        "while (true) { parameters[0]++; Net.FromParameters(_weights).Forward(_last, _last); }",
        "while (true) { net.CopyParametersTo(parameters); Net.FromParameters(parameters).Forward(_last, _last); }",
        "while (true) { Fill(parameters); Net.FromParameters(parameters).Forward(_last, _last); }",
        "while (true) { Train(); Net.FromParameters(parameters).Forward(_last, _last); }",
        "Action train = Train; while (true) { train(); Net.FromParameters(_weights).Forward(_last, _last); }",
        "while (true) { new User(); Net.FromParameters(_weights).Forward(_last, _last); }");

    [Fact]
    public Task MadeOnce() => FindsAsync(
        "Net? it = null; foreach (float[] sample in samples) { it ??= Net.Load(path); Use(it); }",
        "foreach (float[] sample in samples) { if (_net is null) { _net = Net.Load(path); } }",
        "while (true) { if (length > 3) { continue; } _net = Net.Load(path); }",
        "while (true) { switch (length) { case 1: _net = Net.Load(path); break; } }",
        "while (true) { _net = length > 3 ? Net.Load(path) : _net; }",
        "while (true) { if (length > 3) { var fresh = Net.Load(path); _net = fresh; } }",
        "while (true) { if (length > 3) { var fresh = Net.Load(path); Action use = () => fresh.Save(path); } }",
        "while (true) { try { Use(net); } catch (IOException) { _net = Net.Load(path); } }",
        "while (true) { try { _net = Net.Load(path); break; } catch (IOException) { } }",
        "while (true) { Use(Net.Load(path)); break; }",
        "do { if (length > 3) { Net.Load(path).Classify(_last); throw new IOException(); } } while (true);",
        "for (int i = 0; i < 3; i++) { try { Use(Net.Load(path)); return; } catch (IOException) { Next(); } }",
        "while (_net is null) { try { _net = Net.Load(path); } catch (IOException) { } }",
        "foreach (float value in new float[Net.Load(path).Classify(_last)]) { }",
        "for (_net = Net.Load(path); length > 0; length--) { }",
        "foreach (float[] sample in samples) { Action run = () => Net.Load(path).Classify(sample); }",
        "var all = from sample in samples select Net.Load(path).Classify(sample);");

    [Fact]
    public Task SharedWithALambda() => FindsAsync(
        "Action other = () => length++; while (true) { Use(Net.Initialize(length)); }",
        "Action run = () => { while (true) { Use(Net.Initialize(length)); } };");

    [Fact]
    public Task FieldInItsConstructor() => new RuleTest<NetworkInLoopAnalyzer, EmptyCodeFixProvider>(
        """
        [Network(4)]
        [Dense(3)]
        public sealed partial class Net;

        public class User
        {
            private readonly int _seed;

            public User()
            {
                while (true)
                {
                    _seed++;
                    Net.Initialize(_seed);
                }
            }
        }
        """).RunAsync();

    [Fact]
    public Task NetworkThatIsNotKnown() => new RuleTest<NetworkInLoopAnalyzer, EmptyCodeFixProvider>(Method(
        "while (true) { T.Load(\"net\").Forward(_last, _last); }", "void Run<T>(T net) where T : INetwork<T>")).RunAsync();

    private static Task FindsAsync(params string[] bodies) =>
        new RuleTest<NetworkInLoopAnalyzer, EmptyCodeFixProvider>(Methods(bodies)).RunAsync();

    private static DiagnosticResult Found(int location, string message) => new DiagnosticResult(Rules.NetworkInLoop)
        .WithLocation(location)
        .WithMessage(message + " is called with what does not change in the loop");
}
