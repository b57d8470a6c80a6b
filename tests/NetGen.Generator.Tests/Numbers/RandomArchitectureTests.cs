using CsCheck;

namespace NetGen.Generator.Tests;

/// <summary>Networks drawn at random, many to a compilation, because that is where the time goes.</summary>
public class RandomArchitectureTests
{
    private const int NetworksPerProgram = 25;
    private const int Programs = 3;

    [Fact]
    public void NetworksGiveTheRightNumbersAndTheSameBitsHoweverTheyAreRun() =>
        Architecture.Any.Array[NetworksPerProgram].Sample(
            Check, iter: Programs, threads: 1, print: architectures => string.Join("\n", architectures.AsEnumerable()));

    private static void Check(Architecture[] architectures)
    {
        IEnumerable<string> declarations = architectures.Select((net, index) => net.Source($"Net{index}"));
        using LoadedProgram program = GeneratorRun.Of("using NetGen;\n" + string.Join("\n", declarations)).Load();
        for (int i = 0; i < architectures.Length; i++)
        {
            ArchitectureCheck check = new(architectures[i], program.Type($"Net{i}"), seed: i);
            try
            {
                check.Run();
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{architectures[i]}\n{exception.Message}", exception);
            }
        }
    }
}
