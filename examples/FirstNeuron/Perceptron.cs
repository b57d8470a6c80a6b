using NetGen;

namespace FirstNeuron;

/// <summary>Both: 1 where a + b reaches 1.5.</summary>
[Network(2)]
[Dense(1, Activation.Step, Weights = [1, 1], Bias = [-1.5f])]
public sealed partial class AndGate;

/// <summary>At least one: 1 where a + b reaches 0.5.</summary>
[Network(2)]
[Dense(1, Activation.Step, Weights = [1, 1], Bias = [-0.5f])]
public sealed partial class OrGate;

/// <summary>Rosenblatt's perceptron of 1958, its two weights and its bias to be given at run time.</summary>
[Network(2)]
[Dense(1, Activation.Step)]
public sealed partial class Perceptron;

internal static class PerceptronSection
{
    public static void Run()
    {
        TruthTable.Print("AND", AndGate.Default, [0, 0, 0, 1]);
        TruthTable.Print("OR", OrGate.Default, [0, 1, 1, 1]);

        // A perceptron draws one straight line and says 1 on one side of it. Try many lines for XOR.
        float[] xor = [0, 1, 1, 0];
        float[] grid = [.. Enumerable.Range(-8, 17).Select(step => step / 4f)];
        Perceptron[] perceptrons =
        [
            .. from a in grid
               from b in grid
               from bias in grid
               select Perceptron.FromParameters([a, b, bias])
        ];
        Perceptron best = perceptrons.MaxBy(perceptron => TruthTable.CountRight(perceptron, xor))!;
        TruthTable.Print($"XOR, the best of {perceptrons.Length:N0} perceptrons", best, xor);
        Console.WriteLine(
            """
            No other weights do better. With a and b for the weights, XOR asks for four things:
              0,0 -> 0:         bias <  0        0,1 -> 1:  b + bias     >= 0
              1,1 -> 0: a + b + bias <  0        1,0 -> 1:  a + bias     >= 0
            The left two add up to a + b + 2 bias < 0, the right two to a + b + 2 bias >= 0.
            """);
    }
}
