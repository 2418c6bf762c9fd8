using System.IO;
using System.Runtime.CompilerServices;
using Spectre.Console;

namespace ScoSearch.Cli.Output;

/// <summary>Colours as escape sequences that the terminal understands, or nothing when the output has no colours. Not thread-safe.</summary>
/// <remarks>
/// Texts of documents are long and are copied from the terminal: they are coloured where they stand and left for the terminal to
/// wrap. Spectre.Console, which knows what the terminal can show, is asked for each style once, and not loaded without colours.
/// </remarks>
/// <param name="enabled">Whether to write colours.</param>
internal sealed class Style(bool enabled)
{
    // Stands for the text when a style is asked for its sequences.
    private const char Placeholder = '\uE000';

    private readonly Dictionary<string, (string Before, string After)> _sequences = new(StringComparer.Ordinal);

    public string Bold(string text) => Wrap("bold", text);

    public string Dim(string text) => Wrap("dim", text);

    public string Match(string text) => Wrap("bold red", text);

    public string Path(string text) => Wrap("teal", text);

    public string Good(string text) => Wrap("green", text);

    public string Bad(string text) => Wrap("maroon", text);

    public string Note(string text) => Wrap("olive", text);

    public string Quote(string text) => Wrap("green", text);

    public string Caption(string text) => Wrap("purple", text);

    public string Title(string text) => Wrap("bold underline", text);

    private string Wrap(string style, string text)
    {
        if (!enabled || text.Length == 0)
        {
            return text;
        }

        if (!_sequences.TryGetValue(style, out (string Before, string After) sequence))
        {
            _sequences[style] = sequence = Render(style);
        }

        return sequence.Before + text + sequence.After;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (string Before, string After) Render(string style)
    {
        using StringWriter writer = new();
        IAnsiConsole console = TerminalOutput.Open(writer, isTerminal: true, hasColor: true);
        console.Write(new Text(Placeholder.ToString(), Spectre.Console.Style.Parse(style)));
        string[] parts = writer.ToString().Split(Placeholder);
        return (parts[0], parts[^1]);
    }
}
