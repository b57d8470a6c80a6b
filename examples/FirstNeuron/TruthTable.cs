using NetGen;

namespace FirstNeuron;

/// <summary>The four rows of a function of two bits, for any network: every generated one is an INetwork.</summary>
internal static class TruthTable
{
    private static readonly float[][] _rows = [[0, 0], [0, 1], [1, 0], [1, 1]];

    public static void Print<T>(string name, T network, float[] expected)
        where T : INetwork<T>
    {
        Console.WriteLine(name);
        for (int row = 0; row < _rows.Length; row++)
        {
            float[] bits = _rows[row];
            float output = Run(network, bits);
            Console.WriteLine($"  {bits[0]} {bits[1]} -> {output}   {(output == expected[row] ? "right" : "wrong")}");
        }

        Console.WriteLine($"  {CountRight(network, expected)} of {_rows.Length} right\n");
    }

    public static int CountRight<T>(T network, float[] expected)
        where T : INetwork<T> =>
        _rows.Where((bits, row) => Run(network, bits) == expected[row]).Count();

    private static float Run<T>(T network, float[] bits)
        where T : INetwork<T>
    {
        Span<float> output = stackalloc float[1];
        network.Forward(bits, output);
        return output[0];
    }
}
