namespace NetGen.Generator.Plan;

/// <summary>A vector width that code is printed for. All give the same bits: a lane's operations do not depend on it.</summary>
internal readonly record struct VectorWidth(int Bits)
{
    /// <summary>The outputs side by side in one panel of packed weights: one vector of 512 bits, two of 256, four of 128.</summary>
    public const int PanelLanes = 16;

    public static readonly VectorWidth[] All = [new(512), new(256), new(128)];

    /// <summary>The number of floats in a vector.</summary>
    public int Lanes => Bits / 32;

    public int VectorsPerPanel => PanelLanes / Lanes;

    /// <summary>The class of static operations, <c>Vector512</c>.</summary>
    public string Class => $"Vector{Bits}";

    /// <summary>The type of a vector of floats, <c>Vector512&lt;float&gt;</c>.</summary>
    public string Type => $"Vector{Bits}<float>";
}
