using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>The scratch memory of networks that need more than the stack should hold. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ThreadWorkspace
{
    [ThreadStatic]
    private static float[]? _buffer;

    /// <summary>Gives the calling thread's buffer, which is made, or made larger, only when it is too small.</summary>
    /// <param name="length">The number of floats needed.</param>
    /// <returns>Floats of any content, good until the thread's next call.</returns>
    public static Span<float> Get(int length)
    {
        float[]? buffer = _buffer;
        if (buffer is null || buffer.Length < length)
        {
            _buffer = buffer = GC.AllocateUninitializedArray<float>(length);
        }

        return buffer.AsSpan(0, length);
    }
}
