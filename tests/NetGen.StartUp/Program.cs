using System.Globalization;
using NetGen.StartUp;

// What the benchmarks run as a process of its own; the times are those of Stopwatch, which all processes share.
switch (args)
{
    case ["empty", string started]:
        FirstResult.PrintTime(Time(started));
        return 0;
    case ["netgen", string network, string file, string started]:
        FirstResult.OfNetGen(network, file, Time(started));
        return 0;
    case ["onnx", string inputs, string outputs, string file, string started]:
        FirstResult.OfOnnx(Number(inputs), Number(outputs), file, Time(started));
        return 0;
    case ["time", string rounds]:
        Timing.Print(Number(rounds), filter: "");
        return 0;
    case ["time", string rounds, string filter]:
        Timing.Print(Number(rounds), filter);
        return 0;
    default:
        Console.Error.WriteLine("Usage: empty START | netgen NETWORK FILE START | onnx INPUTS OUTPUTS FILE START | time ROUNDS [FILTER]");
        return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static long Time(string text) => long.Parse(text, CultureInfo.InvariantCulture);
