namespace ScoSearch.Lucene.Highlight;

/// <summary>The sentences and clauses of a text. Immutable.</summary>
/// <remarks>Borders inside a match are none: what matches as a whole is shown as a whole.</remarks>
internal sealed class TextUnits
{
    private readonly List<TextSpan> _sentences;

    private TextUnits(List<TextSpan> sentences, List<TextSpan> clauses)
    {
        _sentences = sentences;
        Clauses = clauses;
    }

    /// <summary>No text.</summary>
    public static TextUnits Empty { get; } = new([], []);

    /// <summary>The clauses, which together are the whole text; each lies within one sentence.</summary>
    public IReadOnlyList<TextSpan> Clauses { get; }

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Matches by rising start.</param>
    public static TextUnits Cut(string text, List<TextSpan> spans)
    {
        List<TextSpan> sentences = Join(SentenceBorders.Split(text), spans);
        List<TextSpan> clauses = [];
        foreach (TextSpan sentence in sentences)
        {
            clauses.AddRange(Join(SentenceBorders.SplitClauses(text, sentence), spans));
        }

        return new TextUnits(sentences, clauses);
    }

    /// <summary>The sentence of a unit of the text.</summary>
    public TextSpan SentenceAt(int offset) => _sentences[IndexAt(_sentences, offset)];

    /// <summary>Index of the clause of a unit of the text.</summary>
    public int ClauseAt(int offset) => IndexAt((List<TextSpan>)Clauses, offset);

    private static int IndexAt(List<TextSpan> units, int offset)
    {
        int low = 0;
        int high = units.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = units[middle].End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // Units whose border lies inside a match become one.
    private static List<TextSpan> Join(List<TextSpan> units, List<TextSpan> spans)
    {
        List<TextSpan> joined = [];
        int next = 0;
        int reach = 0;
        foreach (TextSpan unit in units)
        {
            if (joined.Count > 0 && reach > unit.Start)
            {
                joined[^1] = new TextSpan(joined[^1].Start, unit.End);
            }
            else
            {
                joined.Add(unit);
            }

            for (; next < spans.Count && spans[next].Start < unit.End; next++)
            {
                reach = Math.Max(reach, spans[next].End);
            }
        }

        return joined;
    }
}
