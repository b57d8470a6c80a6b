using System.ComponentModel;
using System.Reflection;
using NetGen.Weights;

namespace NetGen.CompilerServices;

/// <summary>Reads and writes a network's parameters as safetensors files. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightFile
{
    /// <summary>Reads the parameters from a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="layers">The layers with parameters, in order.</param>
    /// <returns>The values of each layer's tensors in the declared order.</returns>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, does not fit the declared layers, or holds NaN in a weight.
    /// </exception>
    public static float[] Read(string path, ReadOnlySpan<LayerTensors> layers)
    {
        using FileStream stream = File.OpenRead(path);
        return Read(stream, layers, acceptNaN: false, $"'{path}'");
    }

    /// <summary>Reads the parameters from a stream.</summary>
    /// <param name="stream">The stream, from where it is to its end; it need not be able to seek.</param>
    /// <param name="layers">The layers with parameters, in order.</param>
    /// <returns>The values of each layer's tensors in the declared order.</returns>
    /// <exception cref="InvalidDataException">
    /// The content is damaged, does not fit the declared layers, or holds NaN in a weight.
    /// </exception>
    public static float[] Read(Stream stream, ReadOnlySpan<LayerTensors> layers)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return WeightReader.Read(stream, layers, acceptNaN: false);
    }

    /// <summary>Reads the parameters from a file embedded in a program; the build has already warned of NaN.</summary>
    /// <param name="assembly">The assembly with the resource.</param>
    /// <param name="resourceName">The resource's name in the assembly.</param>
    /// <param name="layers">The layers with parameters, in order.</param>
    /// <returns>The values of each layer's tensors in the declared order.</returns>
    /// <exception cref="InvalidOperationException">The assembly has no such resource.</exception>
    /// <exception cref="InvalidDataException">The resource is damaged or does not fit the declared layers.</exception>
    public static float[] ReadResource(Assembly assembly, string resourceName, ReadOnlySpan<LayerTensors> layers)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using Stream stream = assembly.GetManifestResourceStream(resourceName)
            ?? throw new InvalidOperationException(
                $"The assembly {assembly.GetName().Name} should have the weights as its resource '{resourceName}', "
                + "but has no such resource.");
        return Read(stream, layers, acceptNaN: true, $"Resource '{resourceName}'");
    }

    /// <summary>
    /// Writes the parameters to a file as float32, bit for bit. The file appears whole or not at all; one that exists
    /// is replaced.
    /// </summary>
    /// <param name="path">The file's path.</param>
    /// <param name="layers">The layers with parameters, in order.</param>
    /// <param name="parameters">The values of each layer's tensors in the declared order.</param>
    /// <exception cref="ArgumentException">The number of values is not what the layers declare.</exception>
    public static void Write(string path, ReadOnlySpan<LayerTensors> layers, ReadOnlySpan<float> parameters)
    {
        int count = LayerTensors.CountParameters(layers);
        if (parameters.Length != count)
        {
            throw new ArgumentException(
                $"The layers have {count} parameters, but {parameters.Length} are given.", nameof(parameters));
        }

        SafetensorsWriter.WriteFile(path, layers, parameters);
    }

    private static float[] Read(Stream stream, ReadOnlySpan<LayerTensors> layers, bool acceptNaN, string source)
    {
        try
        {
            return WeightReader.Read(stream, layers, acceptNaN);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{source}: {e.Message}", e);
        }
    }
}
