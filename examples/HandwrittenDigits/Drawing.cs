using Spectre.Console;

namespace HandwrittenDigits;

/// <summary>Draws digits in the terminal.</summary>
internal static class Drawing
{
    private const string LightToDark = " ░▒▓█";

    /// <summary>A digit in a frame, with what it is and what it was taken for.</summary>
    public static Panel Digit(ReadOnlySpan<float> pixels, int actual, int read, float confidence)
    {
        Paragraph text = new();
        for (int row = 0; row < DigitClassifier.Height; row++)
        {
            for (int column = 0; column < DigitClassifier.Width; column++)
            {
                float ink = pixels[row * DigitClassifier.Width + column];

                // Two characters, since one is about twice as high as wide.
                text.Append(new string(LightToDark[(int)MathF.Round(ink * (LightToDark.Length - 1))], 2));
            }

            text.Append("\n");
        }

        text.Append($"a {actual}, read as {read},\n{confidence:P0} sure");
        return new Panel(text);
    }
}
