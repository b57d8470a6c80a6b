namespace Approximator;

/// <summary>The networks that are trained.</summary>
internal static class Candidates
{
    /// <summary>One hidden layer, narrow to wide.</summary>
    public static IReadOnlyList<Candidate> Widths { get; } =
    [
        Candidate.Of<Width1>(Width1.CreateTrainer),
        Candidate.Of<Width2>(Width2.CreateTrainer),
        Candidate.Of<Width4>(Width4.CreateTrainer),
        Candidate.Of<Width8>(Width8.CreateTrainer),
        Candidate.Of<Width16>(Width16.CreateTrainer),
        Candidate.Of<Width32>(Width32.CreateTrainer),
        Candidate.Of<Width64>(Width64.CreateTrainer),
        Candidate.Of<Width128>(Width128.CreateTrainer),
        Candidate.Of<Width256>(Width256.CreateTrainer),
    ];

    /// <summary>The last of <see cref="Widths"/>, which <see cref="Depths"/> has deeper networks for, in the same order.</summary>
    public const int ReferenceCount = 4;

    /// <summary>Two, three and four hidden layers with about as many parameters as one.</summary>
    public static IReadOnlyList<Candidate> Depths { get; } =
    [
        Candidate.Of<Layers8x8>(Layers8x8.CreateTrainer),
        Candidate.Of<Layers6x6x5>(Layers6x6x5.CreateTrainer),
        Candidate.Of<Layers5x5x5x4>(Layers5x5x5x4.CreateTrainer),
        Candidate.Of<Layers12x12>(Layers12x12.CreateTrainer),
        Candidate.Of<Layers9x9x8>(Layers9x9x8.CreateTrainer),
        Candidate.Of<Layers7x7x7x7>(Layers7x7x7x7.CreateTrainer),
        Candidate.Of<Layers18x18>(Layers18x18.CreateTrainer),
        Candidate.Of<Layers13x13x12>(Layers13x13x12.CreateTrainer),
        Candidate.Of<Layers11x10x10x11>(Layers11x10x10x11.CreateTrainer),
        Candidate.Of<Layers26x26>(Layers26x26.CreateTrainer),
        Candidate.Of<Layers18x19x18>(Layers18x19x18.CreateTrainer),
        Candidate.Of<Layers15x15x15x15>(Layers15x15x15x15.CreateTrainer),
    ];
}
