using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>A multi-term query bound to an index. Thread-safe.</summary>
/// <remarks>
/// Few terms are merged as cursors; of many the documents are gathered first. When time is up while they are gathered, the
/// documents of the terms so far are all there are.
/// </remarks>
internal sealed class MultiTermWeight(MultiTermQuery query, SearchContext context, ScoreMode scoreMode, float score)
    : ConstantScoreWeight(query, scoreMode, score)
{
    private const int MaxMergedTerms = 16;

    // Work is counted in postings read; finding the postings of a term costs about as much as reading that many.
    private const int TermWork = 64;
    private const int WorkBetweenChecks = 1 << 14;

    // Of whichever thread came last: it decides only when to look at the clock.
    private long _work;

    public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches)
    {
        if (leaf.Reader.GetTerms(query.Field) is not { } terms)
        {
            return false;
        }

        bool any = false;
        TermFilter selected = Select(terms);
        PostingsEnum? postings = null;
        while (selected.MoveNext() && !IsTimeUp(TermWork))
        {
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

        TermFilter selected = Select(terms);
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

    private TermFilter Select(Terms terms)
    {
        TermFilter selected = query.Select(terms, context.Options);
        selected.Terms.EndWhen(context.MustStop);
        return selected;
    }

    private void CheckCount(int count)
    {
        int most = query.GetMaxTerms(context.Options);
        if (count > most)
        {
            throw new QueryTooComplexException(QueryLimit.Expansions, most);
        }
    }

    // Asked for every term; whether time is up is looked at after some work only.
    private bool IsTimeUp(long work)
    {
        _work += work;
        if (_work < WorkBetweenChecks)
        {
            return false;
        }

        _work = 0;
        return context.MustStop();
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

        for (int count = first.Count + 1; selected.MoveNext() && !IsTimeUp(TermWork + selected.Terms.DocFreq); count++)
        {
            CheckCount(count);
            postings = selected.Terms.GetPostings(PostingsFlags.Docs, postings);
            documents.Add(postings);
        }

        return documents.ToCursor();
    }
}
