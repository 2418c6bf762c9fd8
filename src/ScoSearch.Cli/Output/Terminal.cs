using System.IO;
using System.Text;
using Spectre.Console;

namespace ScoSearch.Cli.Output;

/// <summary>Standard output and error: always UTF-8, line feeds, output buffered. Errors may come from any thread.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Guards Error and what may be drawn on it.
    private readonly Lock _error = new();
    private bool _isLive;
    private IAnsiConsole? _console;
    private IAnsiConsole? _errorConsole;

    public Terminal()
    {
        Stream = System.Console.OpenStandardOutput();
        Out = new StreamWriter(Stream, Utf8, 1 << 14) { NewLine = "\n", AutoFlush = false };
        Error = new StreamWriter(System.Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true };
        bool isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        bool wantsColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IsOutputTerminal = !isDumb && !System.Console.IsOutputRedirected;
        IsErrorTerminal = !isDumb && !System.Console.IsErrorRedirected;
        HasColor = wantsColor && IsOutputTerminal;
        HasErrorColor = wantsColor && IsErrorTerminal;
    }

    /// <summary>Standard output as bytes; flush <see cref="Out"/> before use.</summary>
    public Stream Stream { get; }

    /// <summary>Standard output as text.</summary>
    public StreamWriter Out { get; }

    /// <summary>Standard error as text.</summary>
    public StreamWriter Error { get; }

    /// <summary>Whether output may hold colours: it goes to a terminal and NO_COLOR is not set.</summary>
    public bool HasColor { get; }

    /// <summary>Whether output goes to a terminal that can place text, so that tables may be drawn.</summary>
    public bool IsOutputTerminal { get; }

    /// <summary>Whether messages go to such a terminal, so that they may be drawn anew.</summary>
    public bool IsErrorTerminal { get; }

    /// <summary>Whether messages may hold colours.</summary>
    public bool HasErrorColor { get; }

    /// <summary>Standard output for tables. Only on a terminal.</summary>
    public IAnsiConsole Console => _console ??= TerminalOutput.Open(Out, IsOutputTerminal, HasColor);

    /// <summary>Standard error for what is drawn anew while it is shown. Only on a terminal.</summary>
    public IAnsiConsole ErrorConsole => _errorConsole ??= TerminalOutput.Open(Error, IsErrorTerminal, HasErrorColor);

    /// <summary>Writes a message line; what is drawn anew on the same stream makes room for it.</summary>
    public void WriteError(string message)
    {
        lock (_error)
        {
            if (_isLive)
            {
                ErrorConsole.WriteLine(message);
            }
            else
            {
                Error.WriteLine(message);
            }
        }
    }

    /// <summary>Begins something that is drawn anew on standard error; dispose it at its end.</summary>
    public IDisposable BeginLive()
    {
        lock (_error)
        {
            _isLive = true;
        }

        return new LiveEnd(this);
    }

    public void Flush()
    {
        Out.Flush();
        Stream.Flush();
    }

    public void Dispose() => Flush();

    private sealed class LiveEnd(Terminal terminal) : IDisposable
    {
        public void Dispose()
        {
            lock (terminal._error)
            {
                terminal._isLive = false;
            }
        }
    }
}
