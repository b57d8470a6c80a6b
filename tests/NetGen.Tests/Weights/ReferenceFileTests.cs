using NetGen.CompilerServices;
using NetGen.Weights;

namespace NetGen.Tests.Weights;

/// <summary>Files as PyTorch wrote them.</summary>
public class ReferenceFileTests
{
    public static TheoryData<string> Networks =>
        [.. Directory.GetFiles(Folder, "mlp_*.safetensors").Select(path => Path.GetFileName(path))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Vectors");

    [Theory]
    [MemberData(nameof(Networks))]
    public void ANetworkLoads(string file)
    {
        // The name has the sizes: mlp_16-32-32-4_relu-relu-identity.
        int[] sizes = [.. file.Split('_')[1].Split('-').Select(int.Parse)];
        var layers = new LayerTensors[sizes.Length - 1];
        var expected = new List<float>();
        byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, file));
        for (int i = 0; i < layers.Length; i++)
        {
            string prefix = $"{2 * i}";
            layers[i] = new LayerTensors(
                $"Dense{i + 1}",
                null,
                prefix,
                new TensorShape("weight", sizes[i + 1], sizes[i]),
                new TensorShape("bias", sizes[i + 1]));
            expected.AddRange(Values(bytes, prefix + ".weight"));
            expected.AddRange(Values(bytes, prefix + ".bias"));
        }

        Assert.Equal(expected, WeightFile.Read(Path.Combine(Folder, file), layers));
        using var oneWay = new OneWayStream(bytes, 777);
        Assert.Equal(expected, WeightFile.Read(oneWay, layers));
    }

    [Theory]
    [InlineData("activations.safetensors", "x", 6219)]
    [InlineData("fashion.safetensors", "predictions", 10_000)]
    public void AnyOtherFileHasAHeader(string file, string tensor, long count)
    {
        using FileStream stream = File.OpenRead(Path.Combine(Folder, file));

        Assert.Equal(count, Assert.Single(SafetensorsHeader.Read(stream).Tensors, t => t.Name == tensor).ElementCount);
    }

    /// <summary>The values of an F32 tensor, taken straight from the bytes.</summary>
    private static IEnumerable<float> Values(byte[] file, string name)
    {
        using var stream = new MemoryStream(file);
        SafetensorsHeader header = SafetensorsHeader.Read(stream);
        SafetensorsTensor tensor = Assert.Single(header.Tensors, tensor => tensor.Name == name);
        int data = (int)(file.Length - header.DataLength);
        return Enumerable.Range(0, (int)tensor.ElementCount).Select(
            i => BitConverter.ToSingle(file, data + (int)tensor.Begin + (4 * i)));
    }
}
