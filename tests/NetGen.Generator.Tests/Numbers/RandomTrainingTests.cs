using System.Reflection;
using CsCheck;

namespace NetGen.Generator.Tests;

/// <summary>Gradients of networks drawn at random, with every loss, against finite differences in float64.</summary>
public class RandomTrainingTests
{
    private const int NetworksPerProgram = 25;
    private const int Programs = 2;
    private const int Rows = 11;
    private const int DerivativesPerNetwork = 24;

    [Fact]
    public void GradientsAreThoseOfFiniteDifferences()
    {
        int compared = 0;
        TrainingSpec.Any.Array[NetworksPerProgram].Sample(
            specs => compared += Check(specs),
            iter: Programs,
            threads: 1,
            print: specs => string.Join("\n", specs.AsEnumerable()));

        // Bends are near for some parameters of some networks, not for most.
        Assert.True(compared > 0.6 * DerivativesPerNetwork * NetworksPerProgram * Programs, $"Only {compared} could be compared.");
    }

    private static int Check(TrainingSpec[] specs)
    {
        IEnumerable<string> declarations = specs.Select((spec, index) => spec.Source($"Net{index}"));
        using LoadedProgram program = GeneratorRun.Of("using NetGen;\n" + string.Join("\n", declarations)).Load();
        int compared = 0;
        for (int i = 0; i < specs.Length; i++)
        {
            Type type = program.Type($"Net{i}"), target = specs[i].Loss == Loss.CrossEntropy ? typeof(int) : typeof(float);
            MethodInfo check = typeof(RandomTrainingTests)
                .GetMethod(nameof(CheckOne), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type, target);
            try
            {
                compared += (int)check.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [specs[i], i], null)!;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{specs[i]}\n{exception.Message}", exception);
            }
        }

        return compared;
    }

    private static int CheckOne<TNetwork, TTarget>(TrainingSpec spec, int seed)
        where TNetwork : INetwork<TNetwork>
        where TTarget : unmanaged
    {
        Random random = new(seed);
        bool hasLabels = typeof(TTarget) == typeof(int);
        float[] inputs = [.. Enumerable.Range(0, Rows * spec.Network.Inputs).Select(_ => (2 * random.NextSingle()) - 1)];
        float[] targets = hasLabels
            ? [.. Enumerable.Range(0, Rows).Select(_ => (float)random.Next(spec.Outputs))]
            : [.. Enumerable.Range(0, Rows * spec.Outputs).Select(_ => random.NextSingle())];
        float[] parameters = new float[TNetwork.ParameterCount];
        TNetwork.Initialize(seed).CopyParametersTo(parameters);

        // Behind units that are all dead a bias of zero would put the sums of the next layer on its activation's bend exactly.
        foreach (ref float parameter in parameters.AsSpan())
        {
            parameter += 0.1f * (random.NextSingle() - 0.5f);
        }

        TNetwork network = TNetwork.FromParameters(parameters);
        MethodInfo create = typeof(TNetwork).GetMethod("CreateTrainer", [typeof(Optimizer), typeof(TNetwork), typeof(int)])!;
        var trainer = (ITrainer<TNetwork, TTarget>)create.Invoke(null, [new Sgd(), network, Rows])!;
        float loss = trainer.Step(inputs, [.. targets.Select(value => hasLabels ? (TTarget)(object)(int)value : (TTarget)(object)value)]);
        ReferenceTraining reference = new(spec, [.. parameters.Select(value => (double)value)], inputs, targets);
        double expectedLoss = reference.Loss();
        Assert.Equal(expectedLoss, loss, 1e-5 * Math.Max(1, expectedLoss));
        ReadOnlySpan<float> gradients = trainer.Gradients;
        double largest = gradients.ToArray().Max(Math.Abs);

        // Differences of a loss of size 1 are known to 1e-16 over their width.
        double allowed = (1e-5 * largest) + (1e-9 * Math.Max(1, expectedLoss));
        int compared = 0;
        for (int i = 0; i < DerivativesPerNetwork; i++)
        {
            int parameter = random.Next(gradients.Length);
            if (reference.Derivative(parameter, allowed / 2) is { } expected)
            {
                Assert.True(
                    Math.Abs(expected - gradients[parameter]) <= allowed,
                    $"gradient {parameter} of {gradients.Length}: {gradients[parameter]:R}, expected {expected:R} ± {allowed:R}");
                compared++;
            }
        }

        return compared;
    }
}
