using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>A multi-term query bound to an index. Immutable.</summary>
/// <remarks>Few terms are merged as cursors; of many the documents are gathered first.</remarks>
internal sealed class MultiTermWeight(MultiTermQuery query, SearchContext context, ScoreMode scoreMode, float score)
    : ConstantScoreWeight(query, scoreMode, score)
{
    private const int MaxMergedTerms = 16;

    public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches)
    {
        if (leaf.Reader.GetTerms(query.Field) is not { } terms)
        {
            return false;
        }

        bool any = false;
        TermFilter selected = query.Select(terms, context.Options);
        PostingsEnum? postings = null;
        while (selected.MoveNext())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            postings = selected.Terms.GetPostings(PostingsFlags.Offsets, postings);
            if (postings.Advance(docId) == docId)
            {
                any = true;
                if (matches.Wants(query.Field))
                {
                    matches.AddOccurrences(query.Field, postings, 1f);
                }
            }
        }

        return any;
    }

    protected override DocIdCursor? GetCursor(LeafReaderContext leaf)
    {
        if (leaf.Reader.GetTerms(query.Field) is not { } terms)
        {
            return null;
        }

        TermFilter selected = query.Select(terms, context.Options);
        DocIdCursor? cursor = GetCursor(terms, selected, leaf.Reader.MaxDoc);
        selected.Terms.Release();
        return cursor;
    }

    private DocIdCursor? GetCursor(Terms terms, TermFilter selected, int maxDoc)
    {
        List<TermState> few = [];
        while (few.Count <= MaxMergedTerms && selected.MoveNext())
        {
            few.Add(selected.Terms.GetTermState());
        }

        CheckCount(few.Count);
        switch (few.Count)
        {
            case 0:
                return null;
            case 1:
                return SearchScratch.GetPostings(context.Scratch, terms, few[0], PostingsFlags.Docs);
            case <= MaxMergedTerms:
                return new DisjunctionCursors(
                [
                    .. few.Select(state => new ConstantScorer(
                        SearchScratch.GetPostings(context.Scratch, terms, state, PostingsFlags.Docs), null, 0)),
                ]);
            default:
                return Gather(terms, few, selected, maxDoc);
        }
    }

    private void CheckCount(int count)
    {
        if (count > context.Options.MaxTermExpansions)
        {
            throw new QueryTooComplexException(QueryLimit.Expansions, context.Options.MaxTermExpansions);
        }
    }

    // One cursor goes through the postings of all terms, and nothing is kept of them but the documents.
    private DocIdCursor Gather(Terms terms, List<TermState> first, TermFilter selected, int maxDoc)
    {
        DocIdGatherer documents = new(maxDoc, context.Scratch);
        PostingsEnum? postings = null;
        foreach (TermState state in first)
        {
            postings = terms.GetPostings(state, PostingsFlags.Docs, postings);
            documents.Add(postings);
        }

        for (int count = first.Count + 1; selected.MoveNext(); count++)
        {
            CheckCount(count);
            if (count % 256 == 0)
            {
                context.Cancellation.ThrowIfCancellationRequested();
            }

            postings = selected.Terms.GetPostings(PostingsFlags.Docs, postings);
            documents.Add(postings);
        }

        return documents.ToCursor();
    }
}
