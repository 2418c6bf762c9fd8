namespace ScoSearch.Core.Paragraphs;

/// <summary>How the lines of a stretch were set. Columns are half-width. Immutable.</summary>
/// <param name="Measure">Column at which lines are wrapped; 0 when a line is a paragraph.</param>
/// <param name="BlankSeparates">Whether a blank line says anything.</param>
/// <param name="Indented">Whether first lines are indented beyond the others.</param>
/// <param name="BaseIndent">Indent of lines that go on.</param>
/// <param name="IndentLost">Whether first lines are two Chinese characters short because their indent was lost.</param>
internal sealed record Regime(int Measure, bool BlankSeparates, bool Indented, int BaseIndent, bool IndentLost)
{
    /// <summary>One line a paragraph.</summary>
    public static Regime Unwrapped { get; } = new(0, true, false, 0, false);

    /// <summary>Whether paragraphs usually have a blank line between them, and not only pages or headings.</summary>
    public bool BlankBetween { get; init; }

    /// <summary>Whether lines are wrapped at a measure.</summary>
    public bool IsWrapped => Measure > 0;
}
