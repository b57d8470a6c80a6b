using NetGen;
using RuleSample;

// Each finding stands in a comment right before its place, for the script that builds this.
Console.WriteLine(Run(NotPartial./*error CS0117*/Default, 3));
Console.WriteLine(Run(InputsDiffer.FromParameters([1, 0, 0, 1, 0, 0, 1, 1, 0.5f]), 1, 2));
Console.WriteLine(Run(MissingNonlinearity.Default, 1, -2));
Console.WriteLine(Run(HiddenSoftmax.Default, 1, 2));
Console.WriteLine(Run(StepActivation.Default, 1, 2));
Console.WriteLine(Run(SoftmaxOfOne.Default, 1, -1));

float[] output = [0];
HiddenSoftmax.Default.Forward(/*error NETGEN121*/new float[3], output);
Console.WriteLine(output[0]);

static float Run<T>(T network, params ReadOnlySpan<float> input)
    where T : INetwork<T>
{
    float[] output = [0];
    network.Forward(input, output);
    return output[0];
}
