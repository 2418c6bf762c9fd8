using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Tests.Index;

/// <summary>Chooses the documents with a term, by the way of a query.</summary>
internal sealed class TermMatcher(Term term) : IDocIdMatcher
{
    public DocIdCursor? Match(LeafReaderContext leaf)
    {
        Terms? terms = leaf.Reader.GetTerms(term.Field);
        return terms?.Find(term.Bytes) is TermState state ? terms.GetPostings(state, PostingsFlags.Docs) : null;
    }
}
