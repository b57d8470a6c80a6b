namespace NetGen.Benchmarks;

/// <summary>The networks of the rows.</summary>
internal static class Runners
{
    public static readonly NetworkRunner Mlp2 = new NetworkRunner<Mlp2To1>(
        "2-1 sigmoid", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp4 = new NetworkRunner<Mlp4To10>(
        "4-3-3-10 relu softmax", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp16 = new NetworkRunner<Mlp16To4>(
        "16-32-32-4 relu", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp64 = new NetworkRunner<Mlp64To16>(
        "64-128-128-16 tanh", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp784 = new NetworkRunner<Mlp784To10>(
        "784-256-128-10 relu softmax", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner TrainableMlp784 = new NetworkRunner<TrainableMlp784To10>(
        "784-256-128-10 relu softmax", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner SparseMlp784 = new NetworkRunner<SparseMlp784To10>(
        "784-256-128-10 sparse input", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp784Logits = new NetworkRunner<Mlp784ToLogits>(
        "784-256-128-10 relu", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp768 = new NetworkRunner<Mlp768To768>(
        "768-3072-768 gelu", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp1024 = new NetworkRunner<Mlp1024To1024>(
        "1024-1024-1024 relu", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp1040 = new NetworkRunner<Mlp1040To1040>(
        "1040-1040-1040 relu", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp257 = new NetworkRunner<Mlp257To3>(
        "257-129-65-3 relu", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp272 = new NetworkRunner<Mlp272To16>(
        "272-144-80-16 relu", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp100 = new NetworkRunner<Mlp100To7>(
        "100-250-7 relu", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner Mlp112 = new NetworkRunner<Mlp112To16>(
        "112-256-16 relu", static (n, x, y, calls) => { for (int i = 0; i < calls; i++) { n.Forward(x, y); } });

    public static readonly NetworkRunner[] All =
        [Mlp2, Mlp4, Mlp16, Mlp64, Mlp784, SparseMlp784, Mlp784Logits, Mlp768, Mlp1024, Mlp1040, Mlp257, Mlp272, Mlp100, Mlp112];
}
