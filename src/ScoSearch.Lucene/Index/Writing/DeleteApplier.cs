namespace ScoSearch.Lucene.Index.Writing;

/// <summary>Finds the documents that buffered deletions concern and marks them deleted. Called under the writer's state
/// lock.</summary>
internal sealed class DeleteApplier(BufferedDeletes deletes)
{
    private readonly KeyValuePair<Term, long>[] _terms = [.. deletes.Terms.OrderBy(deletion => deletion.Key)];

    /// <summary>Applies the deletions to a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="ord">Its place in the list of segments.</param>
    /// <param name="docBase">Number of documents before it.</param>
    /// <param name="sequences">Each document's place in the order of all changes, for a segment just flushed; empty
    /// when all its documents came before the deletions.</param>
    /// <returns>True when a live document was deleted.</returns>
    public bool Apply(SegmentState segment, int ord, int docBase, ReadOnlySpan<long> sequences)
    {
        SegmentReader reader = segment.GetReader();
        HashSet<int> docIds = [];
        CollectByTerm(reader, sequences, docIds);
        foreach ((IDocIdMatcher matcher, long sequence) in deletes.Matchers)
        {
            if (matcher.Match(new LeafReaderContext(reader, ord, docBase)) is DocIdCursor cursor)
            {
                Collect(cursor, Limit(reader, sequences, sequence), docIds);
            }
        }

        return segment.Delete(docIds);
    }

    private static void Collect(DocIdCursor cursor, int limit, HashSet<int> docIds)
    {
        for (int docId = cursor.NextDoc(); docId < limit; docId = cursor.NextDoc())
        {
            docIds.Add(docId);
        }
    }

    /// <summary>First document that was added after the deletion, so that it stays.</summary>
    private static int Limit(SegmentReader reader, ReadOnlySpan<long> sequences, long sequence)
    {
        if (sequences.IsEmpty)
        {
            return reader.MaxDoc;
        }

        int found = sequences.BinarySearch(sequence);
        if (found < 0)
        {
            return ~found;
        }

        // A document with the deletion's own number is the new version of an update and stays; a block of documents
        // shares one number.
        while (found > 0 && sequences[found - 1] == sequence)
        {
            found--;
        }

        return found;
    }

    private void CollectByTerm(SegmentReader reader, ReadOnlySpan<long> sequences, HashSet<int> docIds)
    {
        string? field = null;
        Terms? terms = null;
        PostingsEnum? postings = null;
        foreach ((Term term, long sequence) in _terms)
        {
            if (!string.Equals(field, term.Field, StringComparison.Ordinal))
            {
                field = term.Field;
                terms = reader.GetTerms(field);
                postings = null;
            }

            if (terms?.Find(term.Bytes) is TermState state)
            {
                postings = terms.GetPostings(state, PostingsFlags.Docs, postings);
                Collect(postings, Limit(reader, sequences, sequence), docIds);
            }
        }
    }
}
