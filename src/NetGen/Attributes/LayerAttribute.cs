namespace NetGen;

/// <summary>The base of all layer attributes. Layers run in the order of their attributes in the source.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>
    /// The layer's name: of its nested class of constants, and of its tensors in a weights file (<c>name.weight</c>,
    /// <c>name.bias</c>). Unset, it is the kind of layer and its place, such as <c>Dense1</c>.
    /// </summary>
    public string? Name { get; set; }
}
