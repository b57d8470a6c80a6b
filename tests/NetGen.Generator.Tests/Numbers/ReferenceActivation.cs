namespace NetGen.Generator.Tests;

/// <summary>The activations as the textbook has them, in float64. The benchmarks too check their peers against them.</summary>
internal static class ReferenceActivation
{
    /// <summary>Applies an activation to all sums of a layer.</summary>
    public static double[] Apply(Activation activation, double[] sums, double alpha)
    {
        if (activation is not (Activation.Softmax or Activation.LogSoftmax))
        {
            return [.. sums.Select(x => Apply(activation, x, alpha))];
        }

        double max = sums.Max();
        double total = sums.Sum(x => Math.Exp(x - max));
        return activation == Activation.Softmax
            ? [.. sums.Select(x => Math.Exp(x - max) / total)]
            : [.. sums.Select(x => x - max - Math.Log(total))];
    }

    private static double Apply(Activation activation, double x, double alpha) => activation switch
    {
        Activation.Identity => x,
        Activation.Step => x >= 0 ? 1 : 0,
        Activation.Relu => Math.Max(0, x),
        Activation.LeakyRelu => x >= 0 ? x : alpha * x,
        Activation.Relu6 => Math.Clamp(x, 0, 6),
        Activation.Elu => x > 0 ? x : alpha * (Math.Exp(x) - 1),
        Activation.Selu => 1.0507009873554804934193349852946
            * (x > 0 ? x : 1.6732632423543772848170429916717 * (Math.Exp(x) - 1)),
        Activation.Gelu => x * NormalDistribution(x),
        Activation.GeluTanh => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))),
        Activation.Silu => x * Sigmoid(x),
        Activation.Mish => x * Math.Tanh(Softplus(x)),
        Activation.Sigmoid => Sigmoid(x),
        Activation.HardSigmoid => Math.Clamp(x + 3, 0, 6) / 6,
        Activation.HardSwish => x * Math.Clamp(x + 3, 0, 6) / 6,
        Activation.Tanh => Math.Tanh(x),
        Activation.HardTanh => Math.Clamp(x, -1, 1),
        Activation.Softplus => Softplus(x),
        Activation.Softsign => x / (1 + Math.Abs(x)),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, null),
    };

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    /// <summary>Φ(x) by its Taylor series; beyond 7 it is 0 or 1 to within 2e-12.</summary>
    private static double NormalDistribution(double x)
    {
        if (Math.Abs(x) > 7)
        {
            return x > 0 ? 1 : 0;
        }

        // Marsaglia, "Evaluating the Normal Distribution", 2004: all terms have the sign of x.
        double sum = x, term = x;
        for (int i = 3; Math.Abs(term) > 1e-18; i += 2)
        {
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI));
    }
}
