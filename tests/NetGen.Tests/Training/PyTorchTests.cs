using NetGen.Weights;

namespace NetGen.Tests.Training;

/// <summary>Training against PyTorch's in float64: losses, gradients, and the weights after ten steps of each optimiser.</summary>
public sealed class PyTorchTests
{
    private const double Tolerance = 1e-5;
    private const int Steps = 10;

    private static readonly (string Name, Optimizer Optimizer)[] _optimizers =
    [
        ("sgd", new Sgd { LearningRate = 0.05f }),
        ("sgd_momentum", new Sgd { LearningRate = 0.02f, Momentum = 0.9f }),
        ("adam", new Adam { LearningRate = 0.01f }),
        ("adamw", new AdamW { LearningRate = 0.01f, WeightDecay = 0.05f }),
    ];

    [Fact]
    public void BinaryCrossEntropyIsPyTorchs() =>
        Check<Binary57, float>("train_binary_cross_entropy_57-32-1", Binary57.CreateTrainer, Values);

    [Fact]
    public void CrossEntropyOfSoftmaxIsPyTorchs() =>
        Check<Classes13, int>("train_cross_entropy_13-16-16-16-5", Classes13.CreateTrainer, Labels);

    [Fact]
    public void CrossEntropyOfLogSoftmaxIsPyTorchs() =>
        Check<Classes20, int>("train_cross_entropy_20-33-17-10", Classes20.CreateTrainer, Labels);

    [Fact]
    public void MeanSquaredErrorOfSelfNormalisingLayersIsPyTorchs() =>
        Check<Squares6, float>("train_mean_squared_error_6-10-10-10-4", Squares6.CreateTrainer, Values);

    [Fact]
    public void MeanSquaredErrorOfSigmoidLayersIsPyTorchs() =>
        Check<Squares7, float>("train_mean_squared_error_7-24-12-3", Squares7.CreateTrainer, Values);

    [Fact]
    public void MeanSquaredErrorOfSmoothLayersIsPyTorchs() =>
        Check<Squares9, float>("train_mean_squared_error_9-11-11-11-2", Squares9.CreateTrainer, Values);

    private static void Check<TNetwork, TTarget>(
        string file, Func<Optimizer, TNetwork, int, ITrainer<TNetwork, TTarget>> create, Func<string, TTarget[]> readTargets)
        where TNetwork : INetwork<TNetwork>
        where TTarget : unmanaged
    {
        float[] inputs = ReferenceVectors.Floats(file, "input");
        TTarget[] targets = readTargets(file);
        TNetwork start = TNetwork.FromParameters(
            [.. Tensors(file).SelectMany(tensor => ReferenceVectors.Floats(file, tensor))]);
        foreach ((string name, Optimizer optimizer) in _optimizers)
        {
            ITrainer<TNetwork, TTarget> trainer = create(optimizer, start, inputs.Length / TNetwork.InputLength);
            Assert.Equal(ReferenceVectors.Doubles(file, "loss")[0], trainer.Evaluate(inputs, targets).Loss, Tolerance);
            double[] losses = ReferenceVectors.Doubles(file, name + ".losses");
            for (int step = 0; step < Steps; step++)
            {
                float loss = trainer.Step(inputs, targets);
                Assert.Equal(losses[step], loss, Tolerance);
                if (step == 0)
                {
                    CheckGradients(trainer.Gradients, [.. Tensors(file).SelectMany(t => ReferenceVectors.Doubles(file, "grad." + t))]);
                }
            }

            Assert.Equal(Steps, trainer.StepCount);
            float[] parameters = new float[TNetwork.ParameterCount];
            trainer.CopyParametersTo(parameters);
            CheckParameters(parameters, [.. Tensors(file).SelectMany(t => ReferenceVectors.Doubles(file, $"{name}.{t}"))], name);
        }
    }

    private static void CheckGradients(ReadOnlySpan<float> actual, double[] expected)
    {
        double largest = expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i] / largest, actual[i] / largest, Tolerance);
        }
    }

    private static void CheckParameters(float[] actual, double[] expected, string optimizer)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= Tolerance, $"{optimizer}: parameter {i} is {actual[i]}, PyTorch's {expected[i]}");
        }
    }

    /// <summary>The names of the parameters at the start: those of nn.Sequential, weight before bias.</summary>
    private static IEnumerable<string> Tensors(string file)
    {
        using FileStream stream = File.OpenRead(ReferenceVectors.PathOf(file));
        string[] names = [.. SafetensorsHeader.Read(stream).Tensors.Select(tensor => tensor.Name)];
        return names.Where(name => char.IsDigit(name[0]))
            .OrderBy(name => int.Parse(name.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture))
            .ThenByDescending(name => name, StringComparer.Ordinal);
    }

    private static float[] Values(string file) => ReferenceVectors.Floats(file, "target");

    private static int[] Labels(string file) => [.. ReferenceVectors.Longs(file, "target").Select(label => (int)label)];
}
