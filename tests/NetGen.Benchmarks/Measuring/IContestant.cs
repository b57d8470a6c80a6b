namespace NetGen.Benchmarks;

/// <summary>What is timed: one way of doing a piece of work.</summary>
internal interface IContestant
{
    string Name { get; }

    /// <summary>Does the work so many times, one after another.</summary>
    void Run(int calls);
}
