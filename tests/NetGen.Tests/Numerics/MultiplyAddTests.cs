using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class MultiplyAddTests
{
    private const int PanelLength = 112;

    private static readonly Random _random = new(3);

    [Fact]
    public void OneRoundingWhereTheCpuHasTheInstruction()
    {
        int different = 0;
        for (int repeat = 0; repeat < 1_000; repeat++)
        {
            float[] x = Numbers(16), y = Numbers(16), z = Numbers(16);
            float[] expected = [.. x.Select((value, lane) => MultiplyAdd(value, y[lane], z[lane]))];
            different += expected.Where((value, lane) => value != MathF.FusedMultiplyAdd(x[lane], y[lane], z[lane])
                || value != (x[lane] * y[lane]) + z[lane]).Count();

            Assert.Equal(expected, Floats(VectorMath.MultiplyAdd(Vector512.Create(x), Vector512.Create(y), Vector512.Create(z))));
            Assert.Equal(
                expected[..8], Floats(VectorMath.MultiplyAdd(Vector256.Create(x), Vector256.Create(y), Vector256.Create(z))));
            Assert.Equal(
                expected[..4], Floats(VectorMath.MultiplyAdd(Vector128.Create(x), Vector128.Create(y), Vector128.Create(z))));
        }

        // Numbers for which one rounding and two are not the same.
        Assert.True(different > 1_000);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void InputsAreAddedToEachVectorOfOutputsInTheirOrder(int bits)
    {
        int lanes = bits / 32;
        for (int vectors = 1; vectors <= 8; vectors++)
        {
            float[] input = Numbers(10), weights = Numbers(8 * PanelLength), expected = Numbers(vectors * lanes);
            float[] found = [.. expected];
            for (int i = 2; i < 7; i++)
            {
                for (int output = 0; output < expected.Length; output++)
                {
                    float weight = weights[(i * 16) + (output / 16 * PanelLength) + (output % 16)];
                    expected[output] = MultiplyAdd(input[i], weight, expected[output]);
                }
            }

            switch (bits)
            {
                case 512:
                    AddFiveInputs512(ref input[0], ref weights[0], found, vectors);
                    break;
                case 256:
                    AddFiveInputs256(ref input[0], ref weights[0], found, vectors);
                    break;
                default:
                    AddFiveInputs128(ref input[0], ref weights[0], found, vectors);
                    break;
            }

            Assert.Equal(expected, found);
        }
    }

    private static float MultiplyAdd(float x, float y, float z) =>
        Fma.IsSupported || AdvSimd.IsSupported ? MathF.FusedMultiplyAdd(x, y, z) : (x * y) + z;

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.NextSingle() - 0.5f)];

    private static float[] Floats(Vector512<float> vector) => [.. Enumerable.Range(0, 16).Select(lane => vector[lane])];

    private static float[] Floats(Vector256<float> vector) => [.. Enumerable.Range(0, 8).Select(lane => vector[lane])];

    private static float[] Floats(Vector128<float> vector) => [.. Enumerable.Range(0, 4).Select(lane => vector[lane])];

    private static void AddFiveInputs512(ref float input, ref float weights, float[] sums, int vectors)
    {
        Vector512<float>[] a = [.. sums.Chunk(16).Select(lanes => Vector512.Create(lanes))];
        switch (vectors)
        {
            case 1:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, ref a[0]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, ref a[0]);
                break;
            case 2:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1]);
                break;
            case 3:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2]);
                break;
            case 4:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3]);
                break;
            case 5:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4]);
                break;
            case 6:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5]);
                break;
            case 7:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6]);
                break;
            case 8:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6], ref a[7]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6], ref a[7]);
                break;
        }

        a.SelectMany(Floats).ToArray().CopyTo(sums, 0);
    }

    private static void AddFiveInputs256(ref float input, ref float weights, float[] sums, int vectors)
    {
        Vector256<float>[] a = [.. sums.Chunk(8).Select(lanes => Vector256.Create(lanes))];
        switch (vectors)
        {
            case 1:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, ref a[0]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, ref a[0]);
                break;
            case 2:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1]);
                break;
            case 3:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2]);
                break;
            case 4:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3]);
                break;
            case 5:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4]);
                break;
            case 6:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5]);
                break;
            case 7:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6]);
                break;
            case 8:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6], ref a[7]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6], ref a[7]);
                break;
        }

        a.SelectMany(Floats).ToArray().CopyTo(sums, 0);
    }

    private static void AddFiveInputs128(ref float input, ref float weights, float[] sums, int vectors)
    {
        Vector128<float>[] a = [.. sums.Chunk(4).Select(lanes => Vector128.Create(lanes))];
        switch (vectors)
        {
            case 1:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, ref a[0]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, ref a[0]);
                break;
            case 2:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1]);
                break;
            case 3:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2]);
                break;
            case 4:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3]);
                break;
            case 5:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4]);
                break;
            case 6:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5]);
                break;
            case 7:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6]);
                break;
            case 8:
                VectorMath.AddProductsOf4(ref input, 2, ref weights, 32, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6], ref a[7]);
                VectorMath.AddProducts(ref input, 6, ref weights, 96, PanelLength, ref a[0], ref a[1], ref a[2], ref a[3], ref a[4], ref a[5], ref a[6], ref a[7]);
                break;
        }

        a.SelectMany(Floats).ToArray().CopyTo(sums, 0);
    }
}
