using System.Runtime.InteropServices;
using ScoSearch.Cli.Output;

namespace ScoSearch.Cli;

/// <summary>
/// Turns Ctrl-C and the request to terminate into a cancellation, where a command has asked for it; otherwise, and the
/// second time, the process ends at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly CancellationTokenSource Source = new();

    private static volatile bool IsAwaited;

    private readonly PosixSignalRegistration[] _signals;

    public Interruption(Terminal terminal, Texts texts)
    {
        void Handle(PosixSignalContext signal)
        {
            if (IsAwaited && !Source.IsCancellationRequested)
            {
                signal.Cancel = true;
                terminal.WriteError(texts.Of("正在停止……", "stopping ..."));
                Source.Cancel();
            }
            else
            {
                terminal.Restore();
            }
        }

        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    /// <summary>Cancelled when the user wants the tool to stop.</summary>
    public static CancellationToken Token
    {
        get
        {
            IsAwaited = true;
            return Source.Token;
        }
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }
    }
}
