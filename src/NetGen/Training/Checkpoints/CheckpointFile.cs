using System.Globalization;
using NetGen.Weights;

namespace NetGen.CompilerServices;

/// <summary>
/// Checkpoints as safetensors files. The network's tensors have their usual names, so that the file can be loaded as its weights;
/// beside them stands each array of the optimiser's state, as one tensor; what is no number is in the metadata.
/// </summary>
internal static class CheckpointFile
{
    private const string FormatKey = "format", Format = "netgen checkpoint 1";
    private const string StepKey = "step", OptimizerKey = "optimizer", StateKey = "state", LossKey = "loss";
    private const string StatePrefix = "optimizer";

    /// <summary>Writes a file that appears whole or not at all; one that exists is replaced.</summary>
    public static void Write(string path, LayerTensors[] tensors, Optimizer optimizer, Loss loss, Checkpoint checkpoint) =>
        SafetensorsWriter.WriteFile(
            path,
            WithStates(tensors, optimizer),
            [.. checkpoint.Parameters, .. checkpoint.States.SelectMany(state => state)],
            (FormatKey, Format),
            (StepKey, checkpoint.Step.ToString(CultureInfo.InvariantCulture)),
            (OptimizerKey, optimizer.GetType().Name),
            (StateKey, NamesOfStates(optimizer)),
            (LossKey, loss.ToString()));

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, is no checkpoint, or is of another network, optimiser or loss.
    /// </exception>
    public static Checkpoint Read(string path, LayerTensors[] tensors, Optimizer optimizer, Loss loss)
    {
        using FileStream stream = File.OpenRead(path);
        try
        {
            SafetensorsHeader header = SafetensorsHeader.Read(stream);
            Expect(header, FormatKey, Format, "it is no checkpoint");
            Expect(header, OptimizerKey, optimizer.GetType().Name, "it is of another optimiser");
            Expect(header, StateKey, NamesOfStates(optimizer), "it is of an optimiser with other settings");
            Expect(header, LossKey, loss.ToString(), "it is of another loss");
            header.Metadata.TryGetValue(StepKey, out string? text);
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long step))
            {
                throw new InvalidDataException($"The metadata's '{StepKey}' should be a number, but is {Quote(text)}.");
            }

            float[] values = WeightReader.ReadData(stream, header, WithStates(tensors, optimizer), acceptNaN: false);
            int count = LayerTensors.CountParameters(tensors);
            return new(step, values[..count], [.. values[count..].Chunk(count)]);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"'{path}': {e.Message}", e);
        }
    }

    private static void Expect(SafetensorsHeader header, string key, string expected, string otherwise)
    {
        header.Metadata.TryGetValue(key, out string? found);
        if (found != expected)
        {
            throw new InvalidDataException(
                $"The metadata's '{key}' should be '{expected}', but is {Quote(found)}: {otherwise}.");
        }
    }

    private static string NamesOfStates(Optimizer optimizer) => string.Join(' ', optimizer.StateNames.ToArray());

    private static string Quote(string? text) => text is null ? "missing" : SafetensorsParser.Quote(text);

    /// <summary>The network's tensors, and then the optimiser's state as those of one more layer.</summary>
    private static LayerTensors[] WithStates(LayerTensors[] tensors, Optimizer optimizer)
    {
        int count = LayerTensors.CountParameters(tensors);
        TensorShape[] states = [.. optimizer.StateNames.ToArray().Select(name => new TensorShape(name, count))];
        return [.. tensors, new(optimizer.GetType().Name, StatePrefix, StatePrefix, states)];
    }
}
