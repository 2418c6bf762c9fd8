using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Cursor over several ordinals a document.</summary>
internal sealed class SortedSetCursor(ValueRanges ranges, LongValues ords, TermsDictionaryCursor terms) : SortedSetDocValues
{
    /// <inheritdoc/>
    public override int DocId => ranges.DocId;

    /// <inheritdoc/>
    public override long Cost => ranges.Cost;

    /// <inheritdoc/>
    public override long ValueCount => terms.Count;

    /// <inheritdoc/>
    public override int DocValueCount => ranges.Count;

    /// <inheritdoc/>
    public override long NextOrd() => ords.Get(ranges.NextIndex());

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> LookupOrd(long ord) => terms.Lookup(ord);

    /// <inheritdoc/>
    public override long LookupTerm(ReadOnlySpan<byte> value) => terms.Find(value);

    /// <inheritdoc/>
    public override int NextDoc() => ranges.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => ranges.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => ranges.AdvanceExact(target);
}
