using System.Buffers;
using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>A multi-term query bound to an index. Immutable.</summary>
/// <remarks>Few terms are merged as cursors; of many the documents are gathered first, in a list when they are few and in a bit set otherwise.</remarks>
internal sealed class MultiTermWeight(MultiTermQuery query, SearchContext context, ScoreMode scoreMode, float score)
    : ConstantScoreWeight(query, scoreMode, score)
{
    private const int MaxMergedTerms = 16;
    private const int BatchSize = 128;

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

        List<TermState> states = SelectStates(terms, out long postings);
        if (states.Count == 0)
        {
            return null;
        }

        if (states.Count == 1)
        {
            return terms.GetPostings(states[0], PostingsFlags.Docs);
        }

        if (states.Count <= MaxMergedTerms)
        {
            return new DisjunctionCursors(
                [.. states.Select(state => new ConstantScorer(terms.GetPostings(state, PostingsFlags.Docs), null, 0))]);
        }

        int maxDoc = leaf.Reader.MaxDoc;
        return postings <= maxDoc / 128 ? GatherList(terms, states, (int)postings) : GatherBits(terms, states, maxDoc);
    }

    private List<TermState> SelectStates(Terms terms, out long postings)
    {
        List<TermState> states = [];
        postings = 0;
        TermFilter selected = query.Select(terms, context.Options);
        while (selected.MoveNext())
        {
            if (states.Count == context.Options.MaxTermExpansions)
            {
                throw new QueryTooComplexException(QueryLimit.Expansions, context.Options.MaxTermExpansions);
            }

            if (states.Count % 256 == 0)
            {
                context.Cancellation.ThrowIfCancellationRequested();
            }

            states.Add(selected.Terms.GetTermState());
            postings += selected.Terms.DocFreq;
        }

        return states;
    }

    private static ListCursor GatherList(Terms terms, List<TermState> states, int count)
    {
        int[] docIds = new int[count];
        int length = 0;
        PostingsEnum? postings = null;
        foreach (TermState state in states)
        {
            postings = terms.GetPostings(state, PostingsFlags.Docs, postings);
            postings.NextDoc();
            int copied;
            while ((copied = postings.CopyBlock(DocIdCursor.Exhausted, docIds.AsSpan(length), [])) > 0)
            {
                length += copied;
            }
        }

        Array.Sort(docIds, 0, length);
        int distinct = 0;
        for (int i = 0; i < length; i++)
        {
            if (distinct == 0 || docIds[i] != docIds[distinct - 1])
            {
                docIds[distinct++] = docIds[i];
            }
        }

        return new ListCursor(docIds, distinct);
    }

    private BitSetCursor GatherBits(Terms terms, List<TermState> states, int maxDoc)
    {
        ulong[] words = new ulong[(maxDoc + 63) / 64];
        int[] docIds = ArrayPool<int>.Shared.Rent(BatchSize);
        try
        {
            PostingsEnum? postings = null;
            foreach (TermState state in states)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                postings = terms.GetPostings(state, PostingsFlags.Docs, postings);
                postings.NextDoc();
                int copied;
                while ((copied = postings.CopyBlock(DocIdCursor.Exhausted, docIds.AsSpan(0, BatchSize), [])) > 0)
                {
                    foreach (int docId in docIds.AsSpan(0, copied))
                    {
                        words[docId >> 6] |= 1UL << docId;
                    }
                }
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(docIds);
        }

        return new BitSetCursor(words, Candidates.PopCount(words));
    }
}
