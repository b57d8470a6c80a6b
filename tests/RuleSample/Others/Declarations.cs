using NetGen;

namespace RuleSample.Others;

public static class /*error NETGEN002*/NotPartial
{
    [Network(4)]
    [Dense(3)]
    internal sealed partial class Inner;
}

[Network(4)]
[Dense(3)]
public abstract partial class /*error NETGEN003*/Abstract;

[Network(4)]
public sealed partial class /*error NETGEN004*/NoLayers;

[/*error NETGEN005*/Dense(3)]
public sealed partial class NoNetwork;

[Network(4)]
[Dense(3, Activation.Relu)]
public sealed partial class TwoParts;

[/*error NETGEN006*/Dense(2)]
public sealed partial class TwoParts;

[Network(/*error NETGEN007*/0)]
[Dense(3)]
public sealed partial class OutOfRange;

[Network(4)]
[Dense(3, /*error NETGEN008*/Name = "Save")]
public sealed partial class NameCollision;

[Network(4, /*error NETGEN205*/MaxParameters = 14)]
[Dense(3)]
public sealed partial class TooManyParameters;
