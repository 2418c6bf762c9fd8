using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Highlight;

/// <summary>A term of a single document with its occurrences.</summary>
internal sealed class SingleDocumentTerm(byte[] bytes) : TermState
{
    public byte[] Bytes { get; } = bytes;

    public List<(int Position, int StartOffset, int EndOffset)> Occurrences { get; } = [];

    public override int DocFreq => 1;

    public override long TotalTermFreq => Occurrences.Count;
}
