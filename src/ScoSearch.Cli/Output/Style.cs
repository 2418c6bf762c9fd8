namespace ScoSearch.Cli.Output;

/// <summary>Colours as escape sequences, or nothing when the output has no colours. Immutable.</summary>
/// <param name="enabled">Whether to write colours.</param>
internal sealed class Style(bool enabled)
{
    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    public string Match(string text) => Wrap("1;31", text);

    public string Path(string text) => Wrap("36", text);

    public string Good(string text) => Wrap("32", text);

    public string Bad(string text) => Wrap("31", text);

    public string Note(string text) => Wrap("33", text);

    public string Quote(string text) => Wrap("32", text);

    public string Caption(string text) => Wrap("35", text);

    public string Title(string text) => Wrap("1;4", text);

    private string Wrap(string code, string text) => enabled ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
