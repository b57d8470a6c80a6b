namespace NetGen.Tests.Networks;

/// <summary>What goes over all networks goes over all there are.</summary>
public class NetworkListTests
{
    public static TheoryData<string> Names => [.. NetworkRunner.All.Select(network => network.Name)];

    [Fact]
    public void ListHasEachNetworkOnce()
    {
        IEnumerable<string> declared = typeof(NetworkListTests).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(NetworkAttribute), inherit: false))
            .Where(type => type.Namespace == typeof(NetworkListTests).Namespace)
            .Select(type => type.Name);

        Assert.Equal(
            declared.Order(StringComparer.Ordinal),
            NetworkRunner.All.Select(network => network.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0, 1_000)]
    [InlineData(5_000, long.MaxValue)]
    public void EachActivationIsInATinyNetworkAndInALargerOne(long least, long most)
    {
        IEnumerable<Activation> used = NetworkRunner.All
            .Where(network => network.MultiplyAddCount >= least && network.MultiplyAddCount <= most)
            .SelectMany(network => network.Layers).Select(layer => layer.Activation).Distinct();

        Assert.Equal(Enum.GetValues<Activation>(), used.Order());
    }
}
