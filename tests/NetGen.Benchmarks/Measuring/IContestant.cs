namespace NetGen.Benchmarks;

/// <summary>What is timed: one way of doing a piece of work.</summary>
internal interface IContestant
{
    string Name { get; }

    /// <summary>How long threads of its own keep a core busy after a call.</summary>
    int MillisecondsToRest => 0;

    /// <summary>Does the work so many times, one after another.</summary>
    void Run(int calls);
}
