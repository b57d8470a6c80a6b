namespace NetGen.Weights;

/// <summary>One tensor as the header of a safetensors file describes it.</summary>
/// <param name="Name">The name, such as <c>0.weight</c>.</param>
/// <param name="Type">The dtype as the file spells it, such as <c>F32</c>; not necessarily a known one.</param>
/// <param name="Shape">The dimensions, none negative, whose product fits a <see cref="long"/>.</param>
/// <param name="Begin">Where the values begin, in bytes from the start of the data.</param>
/// <param name="End">Where the values end, in bytes from the start of the data.</param>
internal sealed record SafetensorsTensor(string Name, string Type, long[] Shape, long Begin, long End)
{
    /// <summary>The number of values.</summary>
    public long ElementCount => Shape.Aggregate(1L, (product, dimension) => product * dimension);
}
