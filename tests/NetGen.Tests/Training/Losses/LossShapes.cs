namespace NetGen.Tests.Training.Losses;

/// <summary>Outputs below, at and above the width of a vector; strides that end with them and that do not.</summary>
internal static class LossShapes
{
    public static readonly float[] Magnitudes = [1, 20, 80, 1e4f];

    public static IEnumerable<(int Rows, int Outputs, int Stride)> All
    {
        get
        {
            foreach (int outputs in (int[])[1, 2, 3, 7, 16, 17, 33, 100])
            {
                int padded = (outputs + 15) & ~15;
                for (int rows = 1; rows <= 40; rows++)
                {
                    yield return (rows, outputs, rows % 3 == 0 ? padded + 16 : padded);
                }
            }
        }
    }
}
