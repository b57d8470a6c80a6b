using Spectre.Console;
using Spectre.Console.Rendering;

namespace FashionMnist;

/// <summary>Draws in the terminal: images in shades of grey where it has colours, else in characters.</summary>
internal static class Drawing
{
    private const string DarkToBright = " .:-=+*#%@";

    /// <summary>An image in a frame, with what the network says about it.</summary>
    public static IRenderable Image(ReadOnlySpan<float> pixels, int actual, int predicted, float confidence)
    {
        IReadOnlyList<string> names = FashionClassifier.ClassNames;
        bool right = predicted == actual;
        string verdict = right ? "[green]right[/]" : $"[red]wrong: {names[actual]}[/]";
        Markup caption = new($"{names[predicted]}, {confidence:P1}\n{verdict}");
        return new Panel(new Rows(Pixels(pixels), caption)).BorderColor(right ? Color.Green : Color.Red);
    }

    /// <summary>A row for each class, a column for what its images were taken for.</summary>
    public static IRenderable ConfusionMatrix(ReadOnlySpan<int> labels, ReadOnlySpan<int> predictions)
    {
        const int Classes = FashionClassifier.OutputLength;
        int[,] counts = new int[Classes, Classes];
        for (int i = 0; i < labels.Length; i++)
        {
            counts[labels[i], predictions[i]]++;
        }

        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("is \\ taken for");
        for (int predicted = 0; predicted < Classes; predicted++)
        {
            table.AddColumn($"{predicted}", column => column.RightAligned().PadLeft(1).PadRight(0));
        }

        for (int actual = 0; actual < Classes; actual++)
        {
            IEnumerable<string> cells = Enumerable.Range(0, Classes).Select(predicted =>
                predicted == actual ? $"[green]{counts[actual, predicted]}[/]"
                : counts[actual, predicted] > 0 ? $"{counts[actual, predicted]}"
                : "[grey].[/]");
            table.AddRow([$"{actual} {FashionClassifier.ClassNames[actual]}", .. cells]);
        }

        return table;
    }

    /// <summary>Two rows of pixels a line of text, since a character is about twice as high as wide.</summary>
    private static Paragraph Pixels(ReadOnlySpan<float> pixels)
    {
        const int Width = LabelledImages.Width;
        bool coloured = AnsiConsole.Profile.Capabilities is { Ansi: true, ColorSystem: >= ColorSystem.EightBit };
        Paragraph text = new();
        for (int row = 0; row < LabelledImages.Height; row += 2)
        {
            for (int column = 0; column < Width; column++)
            {
                float upper = pixels[row * Width + column];
                float lower = pixels[(row + 1) * Width + column];
                if (coloured)
                {
                    text.Append("▀", new Style(Grey(upper), Grey(lower)));
                }
                else
                {
                    float brightness = (upper + lower) / 2;
                    text.Append($"{DarkToBright[(int)MathF.Round(brightness * (DarkToBright.Length - 1))]}");
                }
            }

            text.Append("\n");
        }

        return text;
    }

    private static Color Grey(float brightness)
    {
        byte level = (byte)MathF.Round(brightness * 255);
        return new Color(level, level, level);
    }
}
