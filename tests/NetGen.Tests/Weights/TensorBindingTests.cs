using NetGen.Weights;

namespace NetGen.Tests.Weights;

public class TensorBindingTests
{
    [Theory]
    // As nn.Sequential saves them, in whatever order they stand in the file.
    [InlineData("10.weight 10.bias 0.bias 0.weight 2.weight", "- - -", "0 2 10")]
    // Names take theirs; the rest goes in order to the layers without.
    [InlineData("a.weight b.weight c.weight", "- b -", "a b c")]
    [InlineData("a.weight b.weight c.weight", "c - -", "c a b")]
    // A name is taken whether or not the file has it.
    [InlineData("a.weight", "x -", "x a")]
    // Too few, too many.
    [InlineData("0.weight", "- - -", "0 null null")]
    [InlineData("0.weight 1.weight", "-", "0")]
    [InlineData("", "-", "null")]
    // Only a weight tensor makes a prefix.
    [InlineData("input output 0.bias weight_norm.g 1.weights 2weight 3.weight", "- -", "3 null")]
    [InlineData("model.0.weight model.0.bias model.10.weight model.9.weight", "- - -", "model.0 model.9 model.10")]
    public void LayersTakePrefixes(string tensors, string names, string expected)
    {
        string?[] found = TensorBinding.Prefixes(
            tensors.Split(' '), names.Split(' ').Select(name => name == "-" ? null : name).ToArray());

        Assert.Equal(expected, string.Join(' ', found.Select(prefix => prefix ?? "null")));
    }

    [Fact]
    public void ABareWeightHasTheEmptyPrefix()
    {
        Assert.Equal(["", "0"], TensorBinding.Prefixes(["bias", "0.weight", "weight"], [null, null]));
        Assert.Equal([null], TensorBinding.Prefixes([".weight"], [null]));
        Assert.Equal("weight", TensorBinding.TensorName("", "weight"));
        Assert.Equal("fc1.bias", TensorBinding.TensorName("fc1", "bias"));
    }

    [Fact]
    public void NamesSortNaturally()
    {
        string[] sorted =
        [
            "", "-", "0", "00", "0.9", "0.10", "01", "1", "1a", "2", "02a", "9", "10", "10.2", "10.10",
            "99999999999999999999999999999998", "99999999999999999999999999999999", "100000000000000000000000000000000",
            "A", "a", "a1", "a1b2", "a1b10", "a2", "a10", "b", "é", "٣",
        ];
        for (int i = 0; i < sorted.Length; i++)
        {
            for (int j = 0; j < sorted.Length; j++)
            {
                int order = Math.Sign(TensorBinding.CompareNaturally(sorted[i], sorted[j]));
                Assert.True(order == Math.Sign(i.CompareTo(j)), $"'{sorted[i]}' against '{sorted[j]}' gives {order}");
            }
        }
    }
}
