using NetGen;

namespace FirstNeuron;

/// <summary>
/// One neuron. It multiplies each input by a weight, adds the products and a bias, and squeezes the sum between 0 and
/// 1: sigmoid(0.7 · hours studied + 0.3 · hours slept - 4), the probability of passing the exam.
/// </summary>
[Network(2)]
[Dense(1, Activation.Sigmoid, Weights = [0.7f, 0.3f], Bias = [-4])]
public sealed partial class ExamNeuron;

internal static class ExamSection
{
    public static void Run()
    {
        Console.WriteLine(ExamNeuron.Summary);
        Console.WriteLine();
        Console.WriteLine("studied  slept      sum   passes");

        // The sizes are constants, so that a buffer needs no number written by hand.
        Span<float> passes = stackalloc float[ExamNeuron.OutputLength];
        foreach ((float studied, float slept) in new[] { (2f, 5f), (4f, 4f), (4f, 8f), (6f, 8f), (9f, 3f) })
        {
            ExamNeuron.Default.Forward([studied, slept], passes);
            float sum = 0.7f * studied + 0.3f * slept - 4;
            Console.WriteLine($"{studied,5} h  {slept,3} h  {sum,7:F2}  {passes[0],7:F2}");
        }
    }
}
