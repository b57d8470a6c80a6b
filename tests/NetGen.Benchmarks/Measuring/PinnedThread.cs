using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace NetGen.Benchmarks;

/// <summary>
/// Keeps the current thread on one core, the last of those the process may use, until disposed. Only the thread: a process
/// on one core compiles no hot method anew, for the runtime does so on another thread. On macOS a thread cannot be pinned.
/// </summary>
internal sealed partial class PinnedThread : IDisposable
{
    private readonly nint _cores;

    public PinnedThread()
    {
        if (IsSupported)
        {
            _cores = Process.GetCurrentProcess().ProcessorAffinity;
            SetCores((nint)1 << BitOperations.Log2((nuint)_cores));
        }
    }

    [SupportedOSPlatformGuard("linux")]
    [SupportedOSPlatformGuard("windows")]
    private static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    public void Dispose()
    {
        if (IsSupported)
        {
            SetCores(_cores);
        }
    }

    private static void SetCores(nint cores)
    {
        bool done = OperatingSystem.IsLinux()
            ? SchedSetAffinity(0, (nuint)nint.Size, in cores) == 0
            : SetThreadAffinityMask(GetCurrentThread(), cores) != 0;
        if (!done)
        {
            throw new InvalidOperationException("The thread could not be pinned to a core.");
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SchedSetAffinity(int thread, nuint size, in nint cores);

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentThread();

    [LibraryImport("kernel32")]
    private static partial nint SetThreadAffinityMask(nint thread, nint cores);
}
