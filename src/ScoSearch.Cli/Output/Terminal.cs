using System.IO;
using System.Text;

namespace ScoSearch.Cli.Output;

/// <summary>Standard output and error: always UTF-8, line feeds, output buffered. Errors may come from any thread.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Guards Error and the progress line that may stand on it.
    private readonly Lock _error = new();
    private bool _hasProgressLine;

    public Terminal()
    {
        Stream = Console.OpenStandardOutput();
        Out = new StreamWriter(Stream, Utf8, 1 << 14) { NewLine = "\n", AutoFlush = false };
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true };
        bool plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        HasColor = !plain && !Console.IsOutputRedirected;
        IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
    }

    /// <summary>Standard output as bytes; flush <see cref="Out"/> before use.</summary>
    public Stream Stream { get; }

    /// <summary>Standard output as text.</summary>
    public StreamWriter Out { get; }

    /// <summary>Standard error as text.</summary>
    public StreamWriter Error { get; }

    /// <summary>Whether output may hold colours: it goes to a terminal and NO_COLOR is not set.</summary>
    public bool HasColor { get; }

    /// <summary>Whether messages go to a terminal, so that a line may be rewritten.</summary>
    public bool IsErrorTerminal { get; }

    /// <summary>Writes a message line; a progress line makes room for it.</summary>
    public void WriteError(string message)
    {
        lock (_error)
        {
            ClearProgressLocked();
            Error.WriteLine(message);
        }
    }

    /// <summary>
    /// Shows a line that the next message or progress replaces, as much of it as the terminal is wide: the rest would begin
    /// a line that cannot be taken back. Only on a terminal.
    /// </summary>
    public void ShowProgress(string line)
    {
        lock (_error)
        {
            Error.Write("\r\u001b[K" + Fit(line, Console.WindowWidth - 1));
            _hasProgressLine = true;
        }
    }

    /// <summary>Takes the progress line away.</summary>
    public void ClearProgress()
    {
        lock (_error)
        {
            ClearProgressLocked();
        }
    }

    public void Flush()
    {
        Out.Flush();
        Stream.Flush();
    }

    public void Dispose() => Flush();

    private static string Fit(string line, int columns)
    {
        const char firstWide = '\u2E80';
        int end = 0;
        for (int used = 0; end < line.Length && (columns <= 0 || (used += line[end] >= firstWide ? 2 : 1) <= columns); end++)
        {
        }

        return line[..end];
    }

    private void ClearProgressLocked()
    {
        if (_hasProgressLine)
        {
            Error.Write("\r\u001b[K");
            _hasProgressLine = false;
        }
    }
}
