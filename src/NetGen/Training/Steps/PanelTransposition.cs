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
        Vector128<float> row0 = Vector128.Load(source), row1 = Vector128.Load(source + Lanes);
        Vector128<float> row2 = Vector128.Load(source + (2 * Lanes)), row3 = Vector128.Load(source + (3 * Lanes));
        Vector128<float> low02 = VectorMath.UnpackLow(row0, row2), high02 = VectorMath.UnpackHigh(row0, row2);
        Vector128<float> low13 = VectorMath.UnpackLow(row1, row3), high13 = VectorMath.UnpackHigh(row1, row3);
        VectorMath.UnpackLow(low02, low13).Store(target);
        VectorMath.UnpackHigh(low02, low13).Store(target + Lanes);
        VectorMath.UnpackLow(high02, high13).Store(target + (2 * Lanes));
        VectorMath.UnpackHigh(high02, high13).Store(target + (3 * Lanes));
    }
}
