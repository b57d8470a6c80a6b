using ScottPlot;
using ScottPlot.MultiplotLayouts;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Approximator;

/// <summary>Draws the results as PNG files.</summary>
internal static class Plots
{
    private static readonly Color _curve = Colors.LightGray;
    private static readonly Color[] _colors = new ScottPlot.Palettes.Category10().Colors;
    private static readonly double[] _errorTicks = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

    /// <summary>Writes all plots.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="widths">Networks with one hidden layer, narrow to wide.</param>
    /// <param name="depths">Small to large networks, by their number of hidden layers.</param>
    /// <returns>The paths of the files.</returns>
    public static string[] Save(string folder, IReadOnlyList<Result> widths, ILookup<int, Result> depths)
    {
        string fits = Path.Combine(folder, "fits.png");
        string width = Path.Combine(folder, "width.png");
        string depth = Path.Combine(folder, "depth.png");
        SaveFits(fits, widths);
        SaveWidths(width, widths);
        SaveDepths(depth, depths);
        return [fits, width, depth];
    }

    /// <summary>The curve and what each network makes of it.</summary>
    private static void SaveFits(string path, IReadOnlyList<Result> results)
    {
        Multiplot multiplot = new();
        multiplot.AddPlots(results.Count);
        multiplot.Layout = new Grid(rows: results.Count / 3, columns: 3);
        for (int i = 0; i < results.Count; i++)
        {
            Plot plot = multiplot.GetPlot(i);
            Result result = results[i];
            Add(plot, Curve.Values, _curve, width: 5);
            Add(plot, result.Median.Outputs, _colors[0], width: 1.5f);
            plot.Axes.SetLimits(-1, 1, -0.1, 1.15);
            plot.Title($"width {result.Candidate.Shape}, error {result.Median.RootMeanSquareError:F4}", size: 14);
        }

        multiplot.SavePng(path, 900, 570);
    }

    /// <summary>The errors over the width of one hidden layer, both axes logarithmic.</summary>
    private static void SaveWidths(string path, IReadOnlyList<Result> results)
    {
        using Plot plot = new();
        double[] widths = [.. results.Select(result => (double)result.Candidate.HiddenLayers[0])];
        AddLogarithmic(plot, widths, results.Select(result => result.Median.LargestError), _colors[1], "largest error");
        AddLogarithmic(plot, widths, results.Select(result => result.Median.RootMeanSquareError), _colors[0], "RMS error");
        Finish(plot, "Errors of one hidden layer", "units", widths);
        plot.SavePng(path, 640, 400);
    }

    /// <summary>The root-mean-square error over the number of parameters, a line for each number of hidden layers.</summary>
    private static void SaveDepths(string path, ILookup<int, Result> depths)
    {
        using Plot plot = new();
        foreach (IGrouping<int, Result> depth in depths)
        {
            AddLogarithmic(
                plot,
                depth.Select(result => (double)result.Candidate.ParameterCount),
                depth.Select(result => result.Median.RootMeanSquareError),
                _colors[depth.Key - 1],
                depth.Key == 1 ? "1 hidden layer" : $"{depth.Key} hidden layers");
        }

        double[] ticks = [.. depths[1].Select(result => (double)result.Candidate.ParameterCount)];
        Finish(plot, "RMS error of one to four hidden layers", "parameters", ticks);
        plot.SavePng(path, 640, 400);
    }

    private static void Add(Plot plot, float[] values, Color color, float width)
    {
        Scatter line = plot.Add.ScatterLine(Curve.Inputs, values, color);
        line.LineWidth = width;
    }

    /// <summary>Adds a line by the logarithms of its points: ScottPlot's axes are linear.</summary>
    private static void AddLogarithmic(Plot plot, IEnumerable<double> xs, IEnumerable<double> ys, Color color, string legend)
    {
        Scatter line = plot.Add.Scatter(xs.Select(Math.Log2).ToArray(), ys.Select(Math.Log10).ToArray(), color);
        line.LineWidth = 2;
        line.MarkerSize = 7;
        line.LegendText = legend;
    }

    private static void Finish(Plot plot, string title, string xLabel, IReadOnlyList<double> xTicks)
    {
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. xTicks.Select(Math.Log2)], [.. xTicks.Select(x => $"{x}")]);
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. _errorTicks.Select(Math.Log10)], [.. _errorTicks.Select(error => $"{error}")]);
        plot.Title(title);
        plot.XLabel(xLabel);
        plot.ShowLegend(Alignment.LowerLeft);
    }
}
