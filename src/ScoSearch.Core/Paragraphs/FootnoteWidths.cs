namespace ScoSearch.Core.Paragraphs;

/// <summary>Counts where full lines of footnotes end, all lines of a note but the last. Not thread-safe.</summary>
internal sealed class FootnoteWidths
{
    private const int MaxColumn = 200;

    private readonly int[] _counts = new int[MaxColumn + 1];
    private int _total;

    /// <summary>The median: with hanging punctuation and long Latin words some lines are wider, some narrower; 0 for none.</summary>
    public int Median
    {
        get
        {
            int half = (_total + 1) / 2, right = 0;
            while (right < MaxColumn && (half -= _counts[right]) > 0)
            {
                right++;
            }

            return right;
        }
    }

    /// <summary>Adds the right end of a line.</summary>
    public void Add(int right)
    {
        _counts[Math.Min(right, MaxColumn)]++;
        _total++;
    }
}
