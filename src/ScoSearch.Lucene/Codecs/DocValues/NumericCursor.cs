using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Cursor over one integer a document.</summary>
internal sealed class NumericCursor(DocSetCursor documents, LongValues values) : NumericDocValues
{
    /// <inheritdoc/>
    public override int DocId => documents.DocId;

    /// <inheritdoc/>
    public override long Cost => documents.Cost;

    /// <inheritdoc/>
    public override long LongValue => values.Get(documents.Rank);

    /// <inheritdoc/>
    public override int NextDoc() => documents.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => documents.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => documents.AdvanceExact(target);
}
