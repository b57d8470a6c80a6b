namespace NetGen.Generator.Tests;

/// <summary>Memory between floats that nobody may write; they are NaN, so that who reads them shows too.</summary>
internal sealed class Guarded
{
    private const int GuardLength = 80;
    private const uint GuardBits = 0x7fc0beef;
    private readonly float[] _memory;
    private readonly int _length;

    /// <summary>Makes memory of a length, filled with NaN.</summary>
    public Guarded(int length)
    {
        _length = length;
        _memory = new float[length + (2 * GuardLength)];
        _memory.AsSpan().Fill(BitConverter.UInt32BitsToSingle(GuardBits));
    }

    public Span<float> Span => _memory.AsSpan(GuardLength, _length);

    public void AssertIntact(string what)
    {
        for (int i = 0; i < GuardLength; i++)
        {
            Assert.True(IsGuard(i), $"{what}: float {i - GuardLength} was written");
            Assert.True(IsGuard(GuardLength + _length + i), $"{what}: float {_length + i} of {_length} was written");
        }
    }

    private bool IsGuard(int index) => BitConverter.SingleToUInt32Bits(_memory[index]) == GuardBits;
}
