using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NetGen.Generator.Tests;

/// <summary>What the JIT says of the methods it compiles, through the runtime's events.</summary>
internal sealed class JitLog : EventListener
{
    /// <summary>The tiers of <c>MethodLoadVerbose</c>, three bits of its <c>MethodFlags</c>.</summary>
    public const int MinOptJitted = 1, Optimized = 2;

    private const int TierShift = 7, TierMask = 7;

    // JIT: the methods compiled. JitTracing: why a call was not inlined.
    private const EventKeywords Keywords = (EventKeywords)0x1010;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, int> _tiers = [];
    private readonly ConcurrentQueue<(string Caller, string Callee, string Reason)> _calls = [];

    /// <summary>The calls that were not inlined.</summary>
    public IEnumerable<(string Caller, string Callee, string Reason)> Calls => _calls;

    /// <summary>Compiles a method and waits for the event.</summary>
    /// <returns>The tier it was compiled at.</returns>
    public int TierOf(MethodBase method)
    {
        RuntimeHelpers.PrepareMethod(method.MethodHandle);
        string name = $"{method.DeclaringType!.FullName}.{method.Name}";
        int tier = 0;
        Assert.True(SpinWait.SpinUntil(() => _tiers.TryGetValue(name, out tier), _patience), $"no event for {name}");
        return tier;
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, Keywords);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        string Value(string name) =>
            Convert.ToString(eventData.Payload![eventData.PayloadNames!.IndexOf(name)], CultureInfo.InvariantCulture)!;
        switch (eventData.EventName)
        {
            case "MethodLoadVerbose_V1" or "MethodLoadVerbose_V2":
                int flags = int.Parse(Value("MethodFlags"), CultureInfo.InvariantCulture);
                _tiers[$"{Value("MethodNamespace")}.{Value("MethodName")}"] = (flags >> TierShift) & TierMask;
                break;
            case "MethodJitInliningFailed":
                _calls.Enqueue((
                    $"{Value("MethodBeingCompiledNamespace")}.{Value("MethodBeingCompiledName")}",
                    $"{Value("InlineeNamespace")}.{Value("InlineeName")}",
                    Value("FailReason")));
                break;
            default:
                break;
        }
    }
}
