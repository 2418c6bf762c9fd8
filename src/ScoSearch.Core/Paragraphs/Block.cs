using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Lines that are one paragraph, before its text is composed.</summary>
/// <param name="first">First line.</param>
internal sealed class Block(SourceLine first)
{
    private const string BracketPairs = "（）()《》「」『』【】";

    private SourceLine _end = first;

    /// <summary>The first line; the others follow by <see cref="SourceLine.NextInBlock"/>, in the order of the text.</summary>
    public SourceLine First { get; } = first;

    /// <summary>The last line of text; footnote markers on lines of their own may follow.</summary>
    public SourceLine Last { get; private set; } = first;

    /// <summary>The footnote marker on a line of its own that follows the last line of text, or null.</summary>
    public SourceLine? MarkerLine => _end != Last ? _end : null;

    /// <summary>Number of lines.</summary>
    public int LineCount { get; private set; } = 1;

    /// <summary>What the block is; body until <see cref="KindAssigner"/> has run.</summary>
    public ParagraphKind Kind { get; set; }

    /// <summary>Whether the kind is known before the text is looked at.</summary>
    public bool KindIsFixed { get; set; }

    /// <summary>Level of a heading.</summary>
    public int Level { get; set; }

    /// <summary>The decimal number of a heading such as <c>2.1</c>, or "".</summary>
    public string Number { get; set; } = "";

    /// <summary>The footnote this block is, or null.</summary>
    public Footnote? Note { get; set; }

    /// <summary>Whether the text before and after this block is not continuous.</summary>
    public bool StopsText { get; set; }

    /// <summary>Whether the block was lifted out of the paragraph before it.</summary>
    public bool IsIntruder { get; set; }

    /// <summary>The block with the other half, where this one is the first half of a paragraph cut by the order of columns.</summary>
    public Block? ContinuedIn { get; set; }

    /// <summary>The block with the first half, where this one is the second.</summary>
    public Block? Continues { get; set; }

    /// <summary>The composed text.</summary>
    public ComposedText Composed { get; set; } = ComposedText.Empty;

    /// <summary>Number of brackets opened and not closed so far; quotes do not count.</summary>
    public int OpenBrackets { get; private set; }

    /// <summary>Number of braces open in a block that begins with one: a literal of data, whose lines are one.</summary>
    public int OpenBraces { get; private set; }

    /// <summary>Adds a line that belongs to no other block.</summary>
    public void Add(SourceLine line)
    {
        AddMarker(line);
        Last = line;
    }

    /// <summary>Adds a line of nothing but a footnote marker.</summary>
    public void AddMarker(SourceLine line)
    {
        _end.NextInBlock = line;
        _end = line;
        LineCount++;
    }

    /// <summary>Counts the brackets of a line that was added.</summary>
    public void CountBrackets(ReadOnlySpan<char> line)
    {
        foreach (char c in line)
        {
            int at = c < 0x80 && c is not ('(' or ')') ? -1 : BracketPairs.IndexOf(c, StringComparison.Ordinal);
            if (at >= 0)
            {
                OpenBrackets = Math.Max(0, OpenBrackets + (at % 2 == 0 ? 1 : -1));
            }
        }

        if (OpenBraces > 0 || (LineCount == 1 && line[0] == '{'))
        {
            OpenBraces = Math.Max(0, OpenBraces + line.Count('{') - line.Count('}'));
        }
    }
}
