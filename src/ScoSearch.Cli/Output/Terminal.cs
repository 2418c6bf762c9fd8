using System.IO;
using System.Text;
using Spectre.Console;

namespace ScoSearch.Cli.Output;

/// <summary>Standard output and error: always UTF-8, line feeds, output buffered. Errors may come from any thread.</summary>
internal sealed class Terminal : IDisposable
{
    private const int DefaultColumns = 80;
    private const int LeastColumns = 20;
    private const string ShowCursor = "\u001b[?25h";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Guards Error and what may be drawn on it.
    private readonly Lock _error = new();
    private bool _isLive;
    private IAnsiConsole? _console;
    private IAnsiConsole? _errorConsole;

    public Terminal()
    {
        if (OperatingSystem.IsWindows() && !(System.Console.IsOutputRedirected && System.Console.IsErrorRedirected))
        {
            // A console there shows bytes in the code page of the country unless it is told otherwise.
            System.Console.OutputEncoding = Utf8;
        }

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

    /// <summary>Standard output for tables, without any sequences when colours are not wanted. Only on a terminal.</summary>
    public IAnsiConsole Console => _console ??= TerminalOutput.Open(Out, HasColor, HasColor);

    /// <summary>Standard error for what is drawn anew while it is shown. Only on a terminal.</summary>
    public IAnsiConsole ErrorConsole => _errorConsole ??= TerminalOutput.Open(Error, IsErrorTerminal, HasErrorColor);

    /// <summary>Cells of a line of messages.</summary>
    public int ErrorColumns =>
        IsErrorTerminal && System.Console.WindowWidth is >= LeastColumns and int width ? width : DefaultColumns;

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

    /// <summary>Shows the cursor again before the process ends in the middle of drawing.</summary>
    public void Restore()
    {
        lock (_error)
        {
            if (_isLive)
            {
                Error.Write(ShowCursor);
            }
        }
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
