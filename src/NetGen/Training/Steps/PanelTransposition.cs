using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>Copies weights from panels of outputs, [input][16 outputs], to panels of inputs, [output][16 inputs].</summary>
internal static unsafe class PanelTransposition
{
    private const int Lanes = TrainingLayer.Lanes;

    /// <summary>Copies a part of one panel.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="weights">The layer's weights, behind the bias.</param>
    /// <param name="transposed">Its transposed weights.</param>
    /// <param name="panel">The panel of outputs.</param>
    /// <param name="firstInput">The first input, a multiple of 4.</param>
    /// <param name="inputs">The number of inputs.</param>
    public static void Copy(TrainingLayer layer, float* weights, float* transposed, int panel, int firstInput, int inputs)
    {
        float* source = weights + ((nint)panel * layer.PanelLength);
        int firstOutput = panel * Lanes, outputs = Math.Min(Lanes, layer.Outputs - firstOutput);
        int wholeInputs = inputs & ~3, wholeOutputs = outputs & ~3;
        for (int i = firstInput; i < firstInput + inputs; i += 4)
        {
            float* target = transposed + ((nint)(i / Lanes) * layer.TransposedPanelLength) + (firstOutput * Lanes) + (i % Lanes);
            bool isWhole = i < firstInput + wholeInputs && VectorMath.CanUnpack;
            for (int o = 0; isWhole && o < wholeOutputs; o += 4)
            {
                CopyBlock(source + (i * Lanes) + o, target + (o * Lanes));
            }

            for (int o = isWhole ? wholeOutputs : 0; o < outputs; o++)
            {
                for (int j = 0; j < Math.Min(4, firstInput + inputs - i); j++)
                {
                    target[(o * Lanes) + j] = source[((i + j) * Lanes) + o];
                }
            }
        }
    }

    /// <summary>Transposes 4 by 4 floats, rows 16 floats apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyBlock(float* source, float* target)
    {
        Vector128<float> a = Vector128.Load(source), b = Vector128.Load(source + Lanes);
        Vector128<float> c = Vector128.Load(source + (2 * Lanes)), d = Vector128.Load(source + (3 * Lanes));
        VectorMath.Transpose(ref a, ref b, ref c, ref d);
        a.Store(target);
        b.Store(target + Lanes);
        c.Store(target + (2 * Lanes));
        d.Store(target + (3 * Lanes));
    }
}
