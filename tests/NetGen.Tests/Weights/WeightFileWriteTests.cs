using System.Buffers.Binary;
using System.Text;
using NetGen.CompilerServices;
using NetGen.Weights;

namespace NetGen.Tests.Weights;

public sealed class WeightFileWriteTests : IDisposable
{
    private static readonly LayerTensors[] _layers =
    [
        new("Dense1", null, "0", new TensorShape("weight", 2, 3), new TensorShape("bias", 2)),
        new("größe", "größe", "größe", new TensorShape("weight", 1, 2)),
    ];

    private readonly TemporaryFolder _folder = new();

    private string Target => Path.Combine(_folder.Path, "net.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatIsWrittenIsReadBitForBit()
    {
        float[] parameters =
        [
            0, -0f, float.Epsilon, -1.1754942e-38f, float.MaxValue, float.MinValue, float.PositiveInfinity, 0.1f,
            float.NegativeInfinity, MathF.PI,
        ];
        WeightFile.Write(Target, _layers, parameters);

        Assert.Equal(Bits(parameters), Bits(WeightFile.Read(Target, _layers)));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void ManyValuesSurvive()
    {
        LayerTensors[] layers = [new("Dense1", null, "0", new TensorShape("weight", 97, 1031))];
        float[] parameters = [.. Enumerable.Range(0, 97 * 1031).Select(i => MathF.Sqrt(i))];
        WeightFile.Write(Target, layers, parameters);

        Assert.Equal(Bits(parameters), Bits(WeightFile.Read(Target, layers)));
    }

    [Fact]
    public void TheFileIsAsTheFormatSays()
    {
        WeightFile.Write(Target, _layers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        byte[] file = File.ReadAllBytes(Target);
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        string header = Encoding.UTF8.GetString(file, 8, length);
        Assert.Equal(0, length % 8);
        Assert.Equal(
            """
            {"0.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},
            "0.bias":{"dtype":"F32","shape":[2],"data_offsets":[24,32]},
            "gr\u00F6\u00DFe.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[32,40]}}
            """.ReplaceLineEndings(""),
            header.TrimEnd(' '));
        Assert.Equal(SafetensorsBytes.F32(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), file[(8 + length)..]);
    }

    [Fact]
    public void ANetworkWithoutParametersHasAFileToo()
    {
        WeightFile.Write(Target, [], []);

        using FileStream stream = File.OpenRead(Target);
        Assert.Empty(SafetensorsHeader.Read(stream).Tensors);
    }

    [Fact]
    public void AnExistingFileIsReplaced()
    {
        File.WriteAllBytes(Target, new byte[10_000]);
        WeightFile.Write(Target, _layers, new float[10]);

        Assert.Equal(new float[10], WeightFile.Read(Target, _layers));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void AFailureLeavesNothingBehind()
    {
        // A folder of the target's name lets the file be written, but not put in place.
        Directory.CreateDirectory(Target);

        Assert.ThrowsAny<SystemException>(() => WeightFile.Write(Target, _layers, new float[10]));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void AMissingFolderIsAnError() =>
        Assert.Throws<DirectoryNotFoundException>(
            () => WeightFile.Write(Path.Combine(_folder.Path, "none", "net"), _layers, new float[10]));

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public void AWrongNumberOfValuesIsAnError(int count)
    {
        var e = Assert.Throws<ArgumentException>(() => WeightFile.Write(Target, _layers, new float[count]));

        Assert.StartsWith(
            $"The layers have 10 parameters, but {count} are given.", e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private static uint[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToUInt32Bits)];
}
