namespace NetGen.Generator.Tests;

/// <summary>Programs for the rules about loops: a network, and a method of a class that runs it.</summary>
internal static class LoopCode
{
    private const string Frame =
        """
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;

        [Network(4)]
        [Dense(3, Activation.Softmax)]
        public sealed partial class Net;

        public class User
        {
            private static readonly float[] _weights = new float[Net.ParameterCount];
            private readonly List<float[]> _kept = new();
            private readonly string _readonlyPath = "net.safetensors";
            private string _path = "net.safetensors";
            private float[] _last = [];
            private Net? _net;

            private static void Read(ReadOnlySpan<float> values) { }
            private static void Fill(Span<float> values) { }
            private static void Keep(float[] values) { }
            private static int Next() => 3;
            private static void Train() { }
            private static void Use(Net net) { }
            private float[] Last => _last;

            public METHOD
            {
        BODY
            }
        }
        """;

    /// <summary>A method with these lines.</summary>
    public static string Method(
        string body, string method = "void Run(Net net, float[][] samples, float[] parameters, string path, int length)") => Frame
            .Replace("METHOD", method, StringComparison.Ordinal)
            .Replace("BODY", Indented(body), StringComparison.Ordinal);

    private static string Indented(string lines) =>
        string.Join('\n', lines.Split('\n').Select(line => line.Length == 0 ? line : "        " + line));
}
