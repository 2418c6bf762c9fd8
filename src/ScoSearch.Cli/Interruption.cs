using System.Runtime.InteropServices;
using ScoSearch.Cli.Output;

namespace ScoSearch.Cli;

/// <summary>Turns Ctrl-C and the request to terminate into a cancellation; a second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly CancellationTokenSource Source = new();

    private readonly PosixSignalRegistration[] _signals;

    public Interruption(Terminal terminal, Texts texts)
    {
        void Handle(PosixSignalContext signal)
        {
            if (!Source.IsCancellationRequested)
            {
                signal.Cancel = true;
                terminal.WriteError(texts.Of("正在停止……", "stopping ..."));
                Source.Cancel();
            }
        }

        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    /// <summary>Cancelled when the user wants the tool to stop.</summary>
    public static CancellationToken Token => Source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }
    }
}
