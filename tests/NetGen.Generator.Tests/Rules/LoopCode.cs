namespace NetGen.Generator.Tests;

/// <summary>Programs for the rules about loops: a network, and methods that run it.</summary>
internal static class LoopCode
{
    private const string Parameters = "(Net net, float[][] samples, float[] parameters, string path, int length)";

    private const string Start =
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

        """;

    /// <summary>A program with one method of these lines.</summary>
    public static string Method(string body, string method = "void Run" + Parameters)
    {
        IEnumerable<string> lines = body.Split('\n').Select(line => line.Length == 0 ? line : "        " + line);
        return $"{Start}\n    public {method}\n    {{\n{string.Join('\n', lines)}\n    }}\n}}\n";
    }

    /// <summary>A program with a method for each line.</summary>
    public static string Methods(params IEnumerable<string> bodies) =>
        $"{Start}{string.Concat(bodies.Select((body, index) => $"\n    void Run{index}{Parameters} {{ {body} }}"))}\n}}\n";
}
