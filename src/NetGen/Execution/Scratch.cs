using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

// Scratch on the stack. Unlike a stackalloc it needs no guard against overruns. Two buffers of a power of two of floats fit,
// and what it takes to start them on a 64-byte boundary, for the runtime clears all of it.

/// <summary>48 floats of scratch on the stack. For generated code.</summary>
[InlineArray(48)]
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Scratch48
{
    private float _first;
}

/// <summary>80 floats of scratch on the stack. For generated code.</summary>
[InlineArray(80)]
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Scratch80
{
    private float _first;
}

/// <summary>144 floats of scratch on the stack. For generated code.</summary>
[InlineArray(144)]
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Scratch144
{
    private float _first;
}

/// <summary>272 floats of scratch on the stack. For generated code.</summary>
[InlineArray(272)]
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Scratch272
{
    private float _first;
}

/// <summary>528 floats of scratch on the stack. For generated code.</summary>
[InlineArray(528)]
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Scratch528
{
    private float _first;
}

/// <summary>1040 floats of scratch on the stack. For generated code.</summary>
[InlineArray(1040)]
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Scratch1040
{
    private float _first;
}

/// <summary>2064 floats of scratch on the stack. For generated code.</summary>
[InlineArray(2064)]
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Scratch2064
{
    private float _first;
}

/// <summary>4096 floats of scratch on the stack. For generated code.</summary>
[InlineArray(4096)]
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Scratch4096
{
    private float _first;
}
