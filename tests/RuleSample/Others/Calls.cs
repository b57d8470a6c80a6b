using NetGen;

namespace RuleSample.Others;

[Network(4)]
[Dense(4)]
public sealed partial class Net;

internal static class Calls
{
    public static void Batch(Net net) => net.ForwardBatch(new float[8], /*error NETGEN122*/new float[12]);

    public static void InPlace(Net net, float[] buffer) => net.Forward(buffer, /*error NETGEN123*/buffer);

    public static void Loops(Net net, float[] row, float[] output)
    {
        for (int i = 0; i < 10; i++)
        {
            float[] input = /*warning NETGEN301*/new float[4];
            input[0] = i;
            net.Forward(input, output);
            /*warning NETGEN302*/Net.Load("net.safetensors").Forward(row, output);
        }
    }
}
