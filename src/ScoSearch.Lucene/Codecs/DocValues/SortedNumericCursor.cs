using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Cursor over several integers a document.</summary>
internal sealed class SortedNumericCursor(ValueRanges ranges, LongValues values) : SortedNumericDocValues
{
    /// <inheritdoc/>
    public override int DocId => ranges.DocId;

    /// <inheritdoc/>
    public override long Cost => ranges.Cost;

    /// <inheritdoc/>
    public override int DocValueCount => ranges.Count;

    /// <inheritdoc/>
    public override long NextValue() => values.Get(ranges.NextIndex());

    /// <inheritdoc/>
    public override int NextDoc() => ranges.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => ranges.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => ranges.AdvanceExact(target);
}
