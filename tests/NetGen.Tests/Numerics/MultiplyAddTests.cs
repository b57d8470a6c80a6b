using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class MultiplyAddTests
{
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

    private static float MultiplyAdd(float x, float y, float z) =>
        Fma.IsSupported || AdvSimd.IsSupported ? MathF.FusedMultiplyAdd(x, y, z) : (x * y) + z;

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.NextSingle() - 0.5f)];

    private static float[] Floats(Vector512<float> vector) => [.. Enumerable.Range(0, 16).Select(lane => vector[lane])];

    private static float[] Floats(Vector256<float> vector) => [.. Enumerable.Range(0, 8).Select(lane => vector[lane])];

    private static float[] Floats(Vector128<float> vector) => [.. Enumerable.Range(0, 4).Select(lane => vector[lane])];
}
