using System.Text;

namespace NetGen.Tests.Training;

public sealed class CsvFileTests : IDisposable
{
    private readonly DataFiles _files = new();

    [Theory]
    [InlineData("1,2.5,0\n-3e2,4,1\n")]
    [InlineData("1,2.5,0\n-3e2,4,1")]
    [InlineData("1,2.5,0\r\n-3e2,4,1\r\n")]
    [InlineData("\uFEFF1,2.5,0\n-3e2,4,1\n")]
    [InlineData("a,b,class\n1,2.5,0\n-3e2,4,1\n")]
    [InlineData("\n1,2.5,0\n\n-3e2,4,1\n\n")]
    [InlineData("\"1\",\"2.5\",\"0\"\n-3e2,\"4\",1\n")]
    [InlineData("\"a \"\"x\"\"\",\"b,\nc\",class\n 1 ,2.5,0\n-3e2,4,1\n")]
    public void ReadsWhatRfc4180Allows(string content)
    {
        foreach (byte[] bytes in new[] { Encoding.UTF8.GetBytes(content), DataFiles.Compress(Encoding.UTF8.GetBytes(content)) })
        {
            TrainingData<int> labels = CsvFile.ReadLabels(_files.Write("file", bytes));
            Assert.Equal((2, 2), (labels.Count, labels.InputLength));
            Assert.Equal([1, 2.5f, -300, 4], labels.Inputs);
            Assert.Equal([0, 1], labels.Targets);
        }
    }

    [Fact]
    public void TheTargetIsAnyColumn()
    {
        string path = _files.Write("file", "x;price;y\n1;2.5;3\n4;-5;6");
        TrainingData<float> data = CsvFile.ReadNumbers(path, "price", separator: ';');

        Assert.Equal([1, 3, 4, 6], data.Inputs);
        Assert.Equal([2.5f, -5], data.Targets);
        Assert.Equal([2.5f, 3, -5, 6], CsvFile.ReadNumbers(path, "x", separator: ';').Inputs);
    }

    [Fact]
    public void ClassesMayHaveNames()
    {
        string path = _files.Write("file", "1,ham\n2,spam\n3,ham");
        Assert.Equal([0, 1, 0], CsvFile.ReadLabels(path, classNames: ["ham", "spam"]).Targets);
        Assert.Equal([1f, 0, 1], CsvFile.ReadNumbers(path, classNames: ["spam", "ham"]).Targets);
    }

    [Fact]
    public void ReadsMoreThanABufferAtATime()
    {
        // Umlauts, so that characters of two bytes lie across the buffers' ends.
        string header = string.Join(',', Enumerable.Repeat(new string('ä', 9_999), 3));
        string lines = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},{2 * i},{i % 3}\n"));
        TrainingData<int> data = CsvFile.ReadLabels(_files.Write("file", $"{header}\n{lines}"));

        Assert.Equal(20_000, data.Count);
        Assert.Equal(Enumerable.Range(0, 20_000).SelectMany(i => new float[] { i, 2 * i }), data.Inputs.ToArray());
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => i % 3), data.Targets.ToArray());
    }

    [Theory]
    [InlineData("", "expected lines of numbers, found none")]
    [InlineData("\n\n", "expected lines of numbers, found none")]
    [InlineData("a,b\n", "expected lines of numbers after the header, found none")]
    [InlineData("1\n2\n", "line 1: expected at least two columns, with ',' between them, found one")]
    [InlineData("1,2\n\n3,4,5\n", "line 3: expected 2 columns, as in the first line, found 3")]
    [InlineData("\"a\nb\",c\n1,0\n2\n", "line 4: expected 2 columns, as in the first line, found 1")]
    [InlineData("a,b\r\n1,2\r\nx,4\r\n", "line 3, column 1: expected a finite number, found 'x'")]
    [InlineData("1,2,0\n3,,0\n", "line 2, column 2: expected a finite number, found ''")]
    [InlineData("NaN,1\n", "line 1, column 1: expected a finite number, found 'NaN'")]
    [InlineData("1,2\n1e39,1\n", "line 2, column 1: expected a finite number, found '1e39'")]
    [InlineData("1,0\n2,-1\n", "line 2, column 2: expected the number of a class, from 0, found '-1'")]
    [InlineData("1,0\n2,0.5\n", "line 2, column 2: expected the number of a class, from 0, found '0.5'")]
    [InlineData("1,0\n2,\"1\n", "line 2, column 2: expected a closing quote, found the end of the file")]
    [InlineData("1,0\n2,\"1\"2\n", "line 2, column 2: expected the cell to end after its quotes, found '2'")]
    [InlineData("1,0\n2\",1\n", "line 2, column 1: expected quotes around the whole cell, found one inside")]
    public void NamesLineAndColumnOfWhatIsWrong(string content, string message) =>
        AssertInvalid(message, content, path => CsvFile.ReadLabels(path));

    [Fact]
    public void NamesWhatIsWrongWithTheTarget()
    {
        AssertInvalid(
            "line 2, column 2: expected one of ham, spam, found 'eggs'",
            "a,b\n1,eggs\n",
            path => CsvFile.ReadNumbers(path, classNames: ["ham", "spam"]));
        AssertInvalid("line 1, column 2: expected a finite number, found 'Infinity'", "1,Infinity\n", path => CsvFile.ReadNumbers(path));
        AssertInvalid(
            "line 1: expected a header with one column 'c', found 'a, b'", "a,b\n1,2\n", path => CsvFile.ReadNumbers(path, "c"));
        AssertInvalid(
            "line 1: expected a header with one column 'a', found 'a, a'", "a,a\n1,2\n", path => CsvFile.ReadNumbers(path, "a"));
        AssertInvalid("line 1: expected a header with one column 'c', found numbers", "1,2\n", path => CsvFile.ReadNumbers(path, "c"));
    }

    [Fact]
    public void DamagedCompressionIsNoEndOfFile()
    {
        byte[] compressed = DataFiles.Compress(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,2,0\n", 10_000))));
        string path = _files.Write("file", compressed[..^12]);
        Assert.StartsWith(
            $"{path}: the gzip data is damaged: its end gives ",
            Assert.Throws<InvalidDataException>(() => CsvFile.ReadLabels(path)).Message);
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    public void ASeparatorIsNoQuoteAndNoLineEnd(char separator) =>
        Assert.Throws<ArgumentException>(nameof(separator), () => CsvFile.ReadLabels("none", separator: separator));

    public void Dispose() => _files.Dispose();

    private void AssertInvalid(string message, string content, Action<string> read)
    {
        string path = _files.Write("file", content);
        Assert.Equal($"{path}: {message}", Assert.Throws<InvalidDataException>(() => read(path)).Message);
    }
}
