using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Cursor over one ordinal a document.</summary>
internal sealed class SortedCursor(DocSetCursor documents, LongValues ords, TermsDictionaryCursor terms) : SortedDocValues
{
    /// <inheritdoc/>
    public override int DocId => documents.DocId;

    /// <inheritdoc/>
    public override long Cost => documents.Cost;

    /// <inheritdoc/>
    public override int ValueCount => checked((int)terms.Count);

    /// <inheritdoc/>
    public override int OrdValue => (int)ords.Get(documents.Rank);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> LookupOrd(int ord) => terms.Lookup(ord);

    /// <inheritdoc/>
    public override int LookupTerm(ReadOnlySpan<byte> value) => (int)terms.Find(value);

    /// <inheritdoc/>
    public override int NextDoc() => documents.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => documents.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => documents.AdvanceExact(target);
}
