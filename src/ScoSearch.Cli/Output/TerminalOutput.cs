using System.IO;
using System.Text;
using Spectre.Console;

namespace ScoSearch.Cli.Output;

/// <summary>A stream of the terminal for Spectre.Console: it writes where everything else is written, in the same order.</summary>
/// <param name="writer">Standard output or standard error as text.</param>
/// <param name="isTerminal">Whether a person sees it.</param>
internal sealed class TerminalOutput(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
{
    private const int UnknownWidth = 80;
    private const int UnknownHeight = 24;

    /// <inheritdoc/>
    public TextWriter Writer => writer;

    /// <inheritdoc/>
    public bool IsTerminal => isTerminal;

    /// <inheritdoc/>
    public int Width => Console.WindowWidth is > 0 and int width ? width : UnknownWidth;

    /// <inheritdoc/>
    public int Height => Console.WindowHeight is > 0 and int height ? height : UnknownHeight;

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding)
    {
        // The writers are UTF-8 and stay so.
    }

    /// <summary>A console over a stream.</summary>
    /// <param name="writer">Standard output or standard error as text.</param>
    /// <param name="isTerminal">Whether a person sees it.</param>
    /// <param name="hasColor">Whether colours are wanted.</param>
    public static IAnsiConsole Open(TextWriter writer, bool isTerminal, bool hasColor) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new TerminalOutput(writer, isTerminal),
        Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = hasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
    });
}
