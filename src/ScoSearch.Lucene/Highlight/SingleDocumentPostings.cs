using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Highlight;

/// <summary>Occurrences of a term in the only document there is. Not thread-safe.</summary>
internal sealed class SingleDocumentPostings(SingleDocumentTerm term) : PostingsEnum
{
    private static readonly Impact[] Unknown = [new Impact(int.MaxValue, 1)];

    private int _docId = -1;
    private int _occurrence = -1;

    public override int DocId => _docId;

    public override long Cost => 1;

    public override int Freq => term.Occurrences.Count;

    public override int StartOffset => term.Occurrences[_occurrence].StartOffset;

    public override int EndOffset => term.Occurrences[_occurrence].EndOffset;

    public override ReadOnlySpan<byte> Payload => [];

    public override int ImpactLevelCount => 1;

    public override int NextDoc() => _docId = _docId < 0 ? 0 : Exhausted;

    public override int Advance(int target) => _docId = target <= 0 && _docId < 0 ? 0 : Exhausted;

    public override int NextPosition() => term.Occurrences[++_occurrence].Position;

    public override int AdvanceShallow(int target) => Exhausted;

    public override int GetImpactDocIdUpTo(int level) => Exhausted;

    public override ReadOnlySpan<Impact> GetImpacts(int level) => Unknown;

    public override int CopyBlock(int endDocId, Span<int> docIds, Span<int> freqs)
    {
        if (_docId != 0 || endDocId <= 0 || docIds.IsEmpty)
        {
            return 0;
        }

        docIds[0] = 0;
        if (!freqs.IsEmpty)
        {
            freqs[0] = Freq;
        }

        _docId = Exhausted;
        return 1;
    }
}
