namespace NetGen.Generator.Tests;

/// <summary>Sources that have each rule's mistake, and what is near it.</summary>
internal static class Mistakes
{
    public static readonly string[] Sources =
    [
        """
        using NetGen;
        [Network(4)] [Dense(3)] class NotPartial;
        class Outer { [Network(4)] [Dense(3)] internal partial class Inner; }
        [Network(4), Dense(3)] abstract partial class Abstract;
        [Network(4)] partial class Empty;
        [Dense(3)] partial class Unnamed;
        [Network(4)] [Dense(3, Activation.Relu)] partial class Twice { int Forward() => InputLength; }
        [Dense(2)] partial class Twice;
        [Network(-4)] [Dense(0, (Activation)99)] partial class Sizes;
        [Network(4)] [Dense(3, Name = "Save")] partial class Names;
        [Network(4, MaxParameters = 9)] [Dense(inputs: 4, outputs: 3, Activation.Tanh)] [Dense(5, 2)] partial class Differ;
        [Network(2)] [Dense(2, Weights = [1, 2, 3], Bias = new float[] { float.NaN, 1 })] [Dense(1)] partial class Arrays;
        """,
        """
        using NetGen;
        namespace Users.Nets;
        [Network(2, Weights = "none.safetensors")] [Dense(2)] partial class None;
        [Network(2, Weights = "broken.safetensors")] [Dense(2)] partial class Broken;
        [Network(2, Weights = "w.safetensors")] [Dense(3, Activation.Relu)] [Dense(1, Name = "out")] partial class Unused;
        [Network(2, Weights = "w.safetensors")] [Dense(2)] [Dense(2, Name = "head")] partial class Shape;
        [Network(2, Weights = "w.safetensors")] [Dense(3, Weights = [1, 2, 3, 4, 5, 6])] partial class Both;
        [Network(2)] [Dense(1, Activation.Elu, Alpha = 1f, UseBias = false, Weights = [1f, float.NaN])] partial class NotFinite;
        """,
        """
        using NetGen;
        [Network(784)] [Dense(256)] [Dense(128, Activation.LeakyRelu, Alpha = 1)] [Dense(64)] [Dense(10, Activation.Softmax)]
        partial class Linear;
        [Network(2)] [Dense(2, Weights = [1, 2, 3, 4], Bias = [1, 2])] [Dense(1, Weights = [-1, 1e-3f], Bias = [0])]
        partial class Merged;
        [Network(100)] [Dense(4, UseBias = false)] [Dense(100, Activation.Relu)] partial class LowRank;
        [Network(4)] [Dense(8, Activation.Softmax)] [Dense(1, activation: Activation.LogSoftmax)] partial class Softmaxes;
        [Network(4)] [Dense(8, Activation.Sigmoid)] [Dense(8, Activation.Tanh)] [Dense(8, Activation.Sigmoid)] [Dense(2)]
        partial class Deep;
        [NetGen.Network(4), NetGen.Dense(outputs: 8, activation: NetGen.Activation.Relu)] partial class Output;
        """,
        """
        using System;
        using NetGen;
        [Network(4)] [Dense(8, Activation.Relu)] [Dense(3, Activation.Softmax)] partial class Net;
        class User
        {
            const int Length = Net.InputLength + 1;
            readonly float[] _input = new float[5];
            static readonly float[] Out = [1, 2];
            void One(Net net, float[] unknown)
            {
                net.Forward(new float[5], new float[Net.OutputLength]);
                net.Forward(stackalloc float[4], stackalloc float[] { 1, 2 });
                net.Forward(output: _input, input: Out);
                net.Forward([1, 2, 3], unknown.AsSpan(1, 2));
                net.Forward(unknown.AsSpan()[1..3], Out[..^1]);
                Span<float> both = stackalloc float[Length];
                net.Forward(both, both, new float[Net.WorkspaceLength - 1]);
                int kind = net.Classify(new[] { 1f, 2 }, out float confidence) + net.Classify(_input.AsSpan(0, 4));
            }
            void Many<T>(Net net, T any, INetwork<Net> known) where T : INetwork<T>
            {
                float[] inputs = new float[3 * 4], outputs = new float[2 * Net.OutputLength];
                net.ForwardBatch(inputs, outputs);
                known.ForwardBatch(inputs[..8], outputs, inputs);
                net.ForwardBatch(outputs.AsSpan(0, 8), outputs.AsSpan(3));
                any.Forward(inputs, inputs);
                Net.FromParameters(new float[7]);
                net.CopyParametersTo(new float[(int)Net.ParameterCount]);
            }
        }
        """,
        """
        using System;
        using System.Linq;
        using NetGen;
        [Network(4)] [Dense(3)] partial class Net;
        static class User
        {
            static async System.Threading.Tasks.Task Run(string path, float[][] rows)
            {
                for (int i = 0; i < 10; i++)
                {
                    var input = new float[Net.InputLength]; input[0] = i;
                    Net.Load(path).Forward(input, new float[3]);
                }
                foreach (float[] row in rows) { Net net = Net.Initialize(1); Span<float> output = new float[3]; net.Forward(row, output); }
                int n = 0;
                while (n++ < 3)
                {
                    float[] input = [1, 2, 3, n], kept = new float[3];
                    Net.FromParameters(new float[15]).Forward(input, kept);
                    rows[n] = kept;
                }
                do { Action run = () => Net.Load(path).Forward(new float[4], rows[0]); run(); } while (rows.Any(row => row[0] > 0));
                _ = rows.Select(row => { var output = new float[3]; Net.Load("x").Forward(row, output); return output; }).ToArray();
                await foreach (int x in Numbers())
                {
                    using var file = System.IO.File.OpenRead(path);
                    Net.Load(file).ForwardBatch(new float[8], new float[6]);
                }
            }
            static async System.Collections.Generic.IAsyncEnumerable<int> Numbers()
            {
                while (true) { yield return Net.Load("x").OutputLength; }
            }
        }
        """,
        """
        using NetGen;
        [Network(4)] [Dense(8, Activation.Step)] [Dense(3, Activation.Softmax)] [Trainable(Loss.Huber, Delta = 2)] partial class Jumps;
        [Trainable(Loss.MeanSquaredError)] [Network(4)] [Dense(3, Activation.LogSoftmax)] partial class Logs;
        [Network(4)] [Dense(1, Activation.Softmax)] partial class One; [Trainable(loss: Loss.CrossEntropy)] partial class One;
        [Network(4), Dense(3, Activation.Sigmoid), Trainable(Loss.CrossEntropy, LabelSmoothing = 0.1f)] partial class Tags;
        [Network(4)] [Dense(1)] [Trainable(Loss.BinaryCrossEntropy)] partial class Linear;
        [Network(4)] [Dense(1)] [Trainable((Loss)7, LabelSmoothing = float.NaN, Delta = -1)] partial class Values;
        [Trainable(Loss.CrossEntropy)] partial class Lonely; [Trainable(Loss.CrossEntropy)] [Dense(4, 3)] partial class Layers;
        """,
    ];

    /// <summary>The weights files that are named in the sources.</summary>
    public static readonly ManifestFile[] Manifests =
    [
        new(ManifestText.OfError("broken.safetensors", "it is too short"), "obj/1.netgen-weights"),
        new(
            ManifestText.Of("w.safetensors", ("0.weight", "3x2", [1, 2, 3, 4, float.NaN, 6]), ("out.weight", "1x3", [1, 2, 3])),
            "obj/2.netgen-weights"),
    ];
}
