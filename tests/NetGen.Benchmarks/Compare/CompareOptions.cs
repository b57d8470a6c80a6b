namespace NetGen.Benchmarks;

/// <summary>The arguments of <c>compare</c>.</summary>
internal static class CompareOptions
{
    public static bool TryRead(string[] arguments, out string? json, out string? filter)
    {
        (json, filter) = (null, null);
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (arguments[i..] is ["--json", string file, ..])
            {
                json = file;
            }
            else if (arguments[i..] is ["--filter", string name, ..])
            {
                filter = name;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
