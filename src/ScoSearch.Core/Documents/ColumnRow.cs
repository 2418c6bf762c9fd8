namespace ScoSearch.Core.Documents;

/// <summary>A piece of a line of text that stands at a column, counted in characters.</summary>
/// <param name="Start">Offset of the first character; that of the line for a blank line.</param>
/// <param name="End">Offset after the last character that is no blank.</param>
/// <param name="Column">Characters before it on its line.</param>
/// <param name="Number">Number of the line.</param>
internal readonly record struct ColumnRow(int Start, int End, int Column, int Number)
{
    /// <summary>Whether there is nothing but blanks.</summary>
    public bool IsBlank => End <= Start;

    /// <summary>Column after the last character.</summary>
    public int Right => Column + End - Start;
}
