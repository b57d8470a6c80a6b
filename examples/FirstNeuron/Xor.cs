using NetGen;

namespace FirstNeuron;

/// <summary>
/// XOR with one hidden layer. Its two neurons draw a line each, "a or b" and "not both", and the last neuron asks for
/// the strip between them. Weights are [outputs, inputs], row by row: one row a neuron.
/// </summary>
[Network(2)]
[Dense(2, Activation.Step, Weights = [1, 1, -1, -1], Bias = [-0.5f, 1.5f])]
[Dense(1, Activation.Step, Weights = [1, 1], Bias = [-1.5f])]
public sealed partial class XorNetwork;

internal static class XorSection
{
    public static void Run()
    {
        Console.WriteLine(XorNetwork.Summary);
        Console.WriteLine();
        TruthTable.Print("XOR", XorNetwork.Default, [0, 1, 1, 0]);
    }
}
