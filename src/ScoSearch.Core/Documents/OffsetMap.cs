namespace ScoSearch.Core.Documents;

/// <summary>Maps offsets in a paragraph's text to offsets in the extracted text it came from.</summary>
/// <remarks>
/// Stored as runs of characters that are neighbours on both sides, so an ordinary paragraph of ten source lines costs
/// about ten entries. All offsets are UTF-16 code units. A character the reconstruction put in (the one space between
/// two Latin words of neighbouring lines) maps to the white space it stands for. Immutable; safe to share.
/// </remarks>
public sealed class OffsetMap
{
    // By rising TextStart, without gaps between TextStart and the next TextStart. Most paragraphs are one run; that one is
    // kept without an array until somebody asks for it.
    private OffsetRun[]? _runs;
    private readonly int _sourceStart;

    /// <summary>Creates a map from its runs.</summary>
    /// <param name="runs">Runs in the order of the text, each beginning where the one before ends.</param>
    /// <exception cref="ArgumentException">A run is empty or does not begin where the one before ends.</exception>
    public OffsetMap(IReadOnlyList<OffsetRun> runs)
        : this(runs is null ? throw new ArgumentNullException(nameof(runs)) : runs.ToArray().AsSpan())
    {
    }

    /// <summary>Creates a map from its runs.</summary>
    internal OffsetMap(ReadOnlySpan<OffsetRun> runs)
    {
        int at = 0;
        foreach (OffsetRun run in runs)
        {
            if (run.TextStart != at || run.Length <= 0 || run.SourceStart < 0)
            {
                throw new ArgumentException("runs must be non-empty and follow each other", nameof(runs));
            }

            at += run.Length;
        }

        _runs = runs.Length == 1 ? null : runs.ToArray();
        _sourceStart = runs.Length == 1 ? runs[0].SourceStart : 0;
        TextLength = at;
    }

    /// <summary>A map of no characters.</summary>
    public static OffsetMap Empty { get; } = new([]);

    /// <summary>Number of UTF-16 code units of text that are mapped.</summary>
    public int TextLength { get; }

    /// <summary>The runs, in the order of the text.</summary>
    public IReadOnlyList<OffsetRun> Runs => _runs ??= [Single];

    private OffsetRun Single => new(0, _sourceStart, TextLength);

    /// <summary>Number of runs.</summary>
    internal int RunCount => _runs?.Length ?? 1;

    /// <summary>The run at a place.</summary>
    internal OffsetRun RunAt(int index) => _runs is null ? Single : _runs[index];

    /// <summary>The source offset of the character at an offset of the text.</summary>
    /// <param name="textOffset">
    /// From 0 to <see cref="TextLength"/>; the latter gives the offset after the last character.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public int ToSource(int textOffset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(textOffset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(textOffset, TextLength);
        if (RunCount == 0)
        {
            return 0;
        }

        OffsetRun run = RunAt(IndexOfRun(textOffset));
        return run.SourceStart + (textOffset - run.TextStart);
    }

    /// <summary>The source ranges that a range of the text covers, in the order of the text.</summary>
    /// <param name="start">First text offset.</param>
    /// <param name="end">Text offset after the last character.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range lies outside the text.</exception>
    public IReadOnlyList<(int Start, int End)> ToSource(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, TextLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        List<(int, int)> ranges = [];
        for (int i = RunCount == 0 ? 0 : IndexOfRun(start); i < RunCount && RunAt(i).TextStart < end; i++)
        {
            OffsetRun run = RunAt(i);
            int from = Math.Max(start, run.TextStart) - run.TextStart;
            int to = Math.Min(end, run.TextStart + run.Length) - run.TextStart;
            if (from < to)
            {
                ranges.Add((run.SourceStart + from, run.SourceStart + to));
            }
        }

        return ranges;
    }

    private int IndexOfRun(int textOffset)
    {
        int low = 0, high = RunCount - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (RunAt(middle).TextStart <= textOffset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
