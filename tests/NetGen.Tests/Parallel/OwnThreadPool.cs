namespace NetGen.Tests.Parallel;

/// <summary>Tests that need the thread pool, or the count of allocated bytes, for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class OwnThreadPool
{
    public const string Name = "Thread pool";
}
