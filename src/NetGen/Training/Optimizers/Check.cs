using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Checks settings of optimisers and schedules.</summary>
internal static class Check
{
    public static float AtLeast0(float value, [CallerMemberName] string name = "") =>
        value >= 0 && float.IsFinite(value) ? value : throw Wrong(name, value, "a finite number of 0 or more");

    public static float Positive(float value, [CallerMemberName] string name = "") =>
        value > 0 && float.IsFinite(value) ? value : throw Wrong(name, value, "a finite number above 0");

    public static float Below1(float value, [CallerMemberName] string name = "") =>
        value is >= 0 and < 1 ? value : throw Wrong(name, value, "a number from 0 up to but not including 1");

    public static float To1(float value, [CallerMemberName] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Wrong(name, value, "a number from 0 to 1");

    private static ArgumentOutOfRangeException Wrong(string name, float value, string expected) =>
        new(name, value, $"Expected {expected}.");
}
