using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen.Tests.Training;

/// <summary>
/// Updates by each optimiser against PyTorch's documented formulas in float64, over many steps; the bits do not depend on the
/// vectors' width or on how the parameters are split.
/// </summary>
public sealed class OptimizerTests
{
    private const int Count = 160;
    private const int Steps = 200;

    public static TheoryData<Optimizer> All =>
    [
        new Sgd { LearningRate = 0.1f },
        new Sgd { LearningRate = 0.1f, WeightDecay = 0.1f },
        new Sgd { LearningRate = 0.1f, Momentum = 0.9f },
        new Sgd { LearningRate = 0.1f, Momentum = 0.8f, Nesterov = true, WeightDecay = 0.01f },
        new Adam(),
        new Adam { LearningRate = 0.01f, Beta1 = 0.8f, Beta2 = 0.99f, Epsilon = 1e-4f, WeightDecay = 0.1f },
        new AdamW(),
        new AdamW { LearningRate = 0.01f, WeightDecay = 0.3f, Schedule = LearningRateSchedule.Cosine(10, Steps) },
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void StepsAreThoseOfTheFormulas(Optimizer optimizer)
    {
        Random random = new(1);
        Aligned parameters = new(Count), gradients = new(Count), first = new(Count), second = new(Count);
        parameters.Fill(random, 1);
        double[] expected = [.. parameters.Span.ToArray().Select(value => (double)value)];
        double[] firstExpected = new double[Count], secondExpected = new double[Count];
        for (int step = 1; step <= Steps; step++)
        {
            gradients.Fill(random, 1);
            float scale = step % 2 == 0 ? 0.5f : 1;
            optimizer.Update(step, scale, parameters.Span, gradients.Span, first.Span, second.Span);
            for (int i = 0; i < Count; i++)
            {
                expected[i] = Reference(
                    optimizer, step, expected[i], scale * (double)gradients.Span[i], ref firstExpected[i], ref secondExpected[i]);
            }
        }

        for (int i = 0; i < Count; i++)
        {
            Assert.Equal(expected[i], parameters.Span[i], 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void PartsGiveTheBitsOfTheWhole(Optimizer optimizer)
    {
        Random random = new(2);
        Aligned[] whole = [.. Enumerable.Range(0, 4).Select(_ => new Aligned(Count))];
        whole[0].Fill(random, 1);
        whole[1].Fill(random, 1);
        whole[2].Fill(random, 0.1f);
        whole[3].Fill(random, 0.1f);
        foreach (ref float value in whole[3].Span)
        {
            value = Math.Abs(value);
        }

        Aligned[] parts = [.. whole.Select(array => array.Copy())];
        optimizer.Update(3, 1, whole[0].Span, whole[1].Span, whole[2].Span, whole[3].Span);
        for (int i = 0; i < Count; i += 16)
        {
            optimizer.Update(
                3, 1, parts[0].Span.Slice(i, 16), parts[1].Span.Slice(i, 16), parts[2].Span.Slice(i, 16), parts[3].Span.Slice(i, 16));
        }

        for (int i = 0; i < whole.Length; i++)
        {
            Assert.Equal(Bits(whole[i]), Bits(parts[i]));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ZerosStayZeros(Optimizer optimizer)
    {
        Aligned[] zeros = [.. Enumerable.Range(0, 4).Select(_ => new Aligned(16))];
        optimizer.Update(1, 1, zeros[0].Span, zeros[1].Span, zeros[2].Span, zeros[3].Span);
        Assert.All(zeros, array => Assert.All(array.Span.ToArray(), value => Assert.Equal(0f, value)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void NoStateEndsInSubnormalNumbers(Optimizer optimizer)
    {
        Aligned parameters = new(16), gradients = new(16), first = new(16), second = new(16);
        gradients.Fill(new Random(3), 1);
        for (int step = 1; step <= 1200; step++)
        {
            optimizer.Update(step, 1, parameters.Span, gradients.Span, first.Span, second.Span);
            gradients.Span.Clear();
            parameters.Span.Clear();
            Assert.DoesNotContain(first.Span.ToArray(), float.IsSubnormal);
            Assert.DoesNotContain(second.Span.ToArray(), float.IsSubnormal);
        }
    }

    [Fact]
    public void AllWidthsGiveTheSameBits()
    {
        AdamStep adam = AdamStep.Of(7, 0.01f, 0.7f, 0.1f, 0.99f, 0.9f, 0.999f, 1e-8f);
        SgdStep sgd = new(0.1f, 0.7f, 0.1f, 0.9f, Nesterov: true);
        List<int[]> results = [];
        foreach (int bits in (int[])[512, 256, 128])
        {
            Random random = new(4);
            Aligned[] m = [.. Enumerable.Range(0, 4).Select(_ => new Aligned(Count))];
            Array.ForEach(m, array => array.Fill(random, 1));
            foreach (ref float value in m[3].Span)
            {
                value = Math.Abs(value);
            }

            ref float p = ref m[0].First, g = ref m[1].First, a = ref m[2].First, b = ref m[3].First;
            double squares;
            if (bits == 512)
            {
                VectorMath.AdamUpdateVector512(in adam, ref p, ref g, ref a, ref b, Count);
                VectorMath.MomentumUpdateVector512(in sgd, ref p, ref g, ref a, Count);
                VectorMath.SgdUpdateVector512(in sgd, ref p, ref g, Count);
                squares = VectorMath.SumOfSquaresVector512(ref g, Count);
            }
            else if (bits == 256)
            {
                VectorMath.AdamUpdateVector256(in adam, ref p, ref g, ref a, ref b, Count);
                VectorMath.MomentumUpdateVector256(in sgd, ref p, ref g, ref a, Count);
                VectorMath.SgdUpdateVector256(in sgd, ref p, ref g, Count);
                squares = VectorMath.SumOfSquaresVector256(ref g, Count);
            }
            else
            {
                VectorMath.AdamUpdateVector128(in adam, ref p, ref g, ref a, ref b, Count);
                VectorMath.MomentumUpdateVector128(in sgd, ref p, ref g, ref a, Count);
                VectorMath.SgdUpdateVector128(in sgd, ref p, ref g, Count);
                squares = VectorMath.SumOfSquaresVector128(ref g, Count);
            }

            Assert.Equal(m[1].Span.ToArray().Sum(value => (double)value * value), squares, 1e-10);
            results.Add([.. m.SelectMany(Bits), .. MemoryMarshal.Cast<double, int>([squares])]);
        }

        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    private static double Reference(
        Optimizer optimizer, int step, double parameter, double gradient, ref double first, ref double second)
    {
        double rate = optimizer.LearningRateAt(step);
        switch (optimizer)
        {
            case Sgd sgd:
                gradient += sgd.WeightDecay * parameter;
                first = step == 1 ? gradient : (sgd.Momentum * first) + gradient;
                double direction = sgd.Momentum == 0 ? gradient : sgd.Nesterov ? gradient + (sgd.Momentum * first) : first;
                return parameter - (rate * direction);
            case Adam adam:
                gradient += adam.WeightDecay * parameter;
                return Adam(step, parameter, gradient, rate, adam.Beta1, adam.Beta2, adam.Epsilon, ref first, ref second);
            case AdamW adamW:
                parameter -= rate * adamW.WeightDecay * parameter;
                return Adam(step, parameter, gradient, rate, adamW.Beta1, adamW.Beta2, adamW.Epsilon, ref first, ref second);
            default:
                throw new ArgumentOutOfRangeException(nameof(optimizer));
        }
    }

    private static double Adam(
        int step,
        double parameter,
        double gradient,
        double rate,
        double beta1,
        double beta2,
        double epsilon,
        ref double first,
        ref double second)
    {
        first = (beta1 * first) + ((1 - beta1) * gradient);
        second = (beta2 * second) + ((1 - beta2) * gradient * gradient);
        double mean = first / (1 - Math.Pow(beta1, step)), square = second / (1 - Math.Pow(beta2, step));
        return parameter - (rate * mean / (Math.Sqrt(square) + epsilon));
    }

    private static int[] Bits(Aligned array) => MemoryMarshal.Cast<float, int>(array.Span).ToArray();

    /// <summary>Floats from a 64-byte boundary on.</summary>
    private sealed class Aligned(int count)
    {
        private readonly float[] _array = AlignedMemory.Allocate(count, out _);

        public Span<float> Span => MemoryMarshal.CreateSpan(ref First, count);

        public ref float First => ref AlignedMemory.Start(_array);

        public void Fill(Random random, float size)
        {
            foreach (ref float value in Span)
            {
                value = ((2 * random.NextSingle()) - 1) * size;
            }
        }

        public Aligned Copy()
        {
            Aligned copy = new(count);
            Span.CopyTo(copy.Span);
            return copy;
        }
    }
}
