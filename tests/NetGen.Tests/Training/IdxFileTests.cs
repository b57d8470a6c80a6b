namespace NetGen.Tests.Training;

public sealed class IdxFileTests : IDisposable
{
    private const uint Images = 0x0803, Labels = 0x0801;
    private readonly DataFiles _files = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadsImagesAndLabels(bool compressed)
    {
        byte[] images = DataFiles.Idx(Images, [2, 1, 3], 0, 51, 255, 102, 153, 204), labels = DataFiles.Idx(Labels, [2], 9, 0);
        TrainingData<int> data = Read(
            compressed ? DataFiles.Compress(images) : images, compressed ? DataFiles.Compress(labels) : labels);

        Assert.Equal((2, 3), (data.Count, data.InputLength));
        Assert.Equal([0, 51 / 255f, 1, 102 / 255f, 153 / 255f, 204 / 255f], data.Inputs);
        Assert.Equal([9, 0], data.Targets);
    }

    [Fact]
    public void ReadsFashionMnist()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Fashion");
        TrainingData<int> data = IdxFile.Read(
            Path.Combine(folder, "fashion-t10k-images-idx3-ubyte.gz"), Path.Combine(folder, "fashion-t10k-labels-idx1-ubyte.gz"));

        Assert.Equal((10_000, 784), (data.Count, data.InputLength));
        Assert.Equal(Enumerable.Repeat(1_000, 10), data.Targets.ToArray().CountBy(label => label).Select(pair => pair.Value));
        Assert.Equal((0f, 1f), (data.Inputs.ToArray().Min(), data.Inputs.ToArray().Max()));
    }

    public static TheoryData<byte[], byte[], string> DamagedFiles()
    {
        byte[] images = DataFiles.Idx(Images, [2, 1, 3], 1, 2, 3, 4, 5, 6), labels = DataFiles.Idx(Labels, [2], 9, 0);
        return new()
        {
            { labels, labels, "images: expected magic number 0x00000803, found 0x00000801" },
            { images, images, "labels: expected magic number 0x00000801, found 0x00000803" },
            { [], labels, "images: the file is truncated: it ends in the magic number of the header" },
            { images[..9], labels, "images: the file is truncated: it ends in the sizes of the header" },
            { images[..^1], labels, "images: the file is truncated: expected 6 values, found 5" },
            { [.. images, 0], labels, "images: expected 6 values, found more" },
            { images, [.. labels, 0], "labels: expected 2 values, found more" },
            { images, DataFiles.Idx(Labels, [3], 9, 0, 0), "labels: expected 2 labels, as there are images, found 3" },
            {
                DataFiles.Idx(Images, [0, 28, 28]), labels,
                "images: expected from 1 to 2,147,483,591 values, found size 0 in dimension 1"
            },
            {
                DataFiles.Idx(Images, [2, 0xFFFFFFFF, 0xFFFFFFFF], 1), labels,
                "images: expected from 1 to 2,147,483,591 values, found size 4,294,967,295 in dimension 2"
            },
            { DataFiles.Compress(images)[..^12], labels, "images: the gzip data is damaged" },
            { [0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], labels, "images: the gzip data is damaged" },
        };
    }

    [Theory]
    [MemberData(nameof(DamagedFiles))]
    public void NamesWhatIsWrong(byte[] images, byte[] labels, string message)
    {
        InvalidDataException thrown = Assert.Throws<InvalidDataException>(() => Read(images, labels));
        Assert.StartsWith(_files.Path(message), thrown.Message);
    }

    [Fact]
    public void AHeaderThatLiesCostsNoMemory()
    {
        byte[] images = DataFiles.Idx(Images, [2_000_000, 28, 28 + 9], 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => Read(images, DataFiles.Idx(Labels, [1], 1)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    public void Dispose() => _files.Dispose();

    private TrainingData<int> Read(byte[] images, byte[] labels) =>
        IdxFile.Read(_files.Write("images", images), _files.Write("labels", labels));
}
