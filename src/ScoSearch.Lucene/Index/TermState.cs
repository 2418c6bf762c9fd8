namespace ScoSearch.Lucene.Index;

/// <summary>Where a term's postings are and how many there are; lets a later look-up skip the terms dictionary.
/// Immutable.</summary>
public abstract class TermState
{
    /// <summary>Number of documents with the term, deleted ones included.</summary>
    public abstract int DocFreq { get; }

    /// <summary>Number of occurrences; equals <see cref="DocFreq"/> where frequencies are not indexed.</summary>
    public abstract long TotalTermFreq { get; }
}
