using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Statistics of a term and where its postings are.</summary>
internal sealed class PostingsTermState : TermState
{
    private readonly TermMetadata _metadata;

    public PostingsTermState(in TermMetadata metadata) => _metadata = metadata;

    public ref readonly TermMetadata Metadata => ref _metadata;

    /// <inheritdoc/>
    public override int DocFreq => _metadata.DocFreq;

    /// <inheritdoc/>
    public override long TotalTermFreq => _metadata.TotalTermFreq;
}
