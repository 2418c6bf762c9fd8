using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.Lucene84Postings;

namespace ScoSearch.Lucene.Index.Merging;

/// <summary>Joins the postings of several segments, term by term. Used once, by one thread.</summary>
internal sealed class PostingsMerger(
    MergeSource[] sources, SegmentWriteState state, IReadOnlyDictionary<string, NormsLookup> norms, CancellationToken cancellation)
{
    /// <summary>Writes the postings of all fields.</summary>
    public void Merge()
    {
        using PostingsWriter writer = new(state);
        foreach (FieldInfo field in state.FieldInfos.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            if (field.IndexOptions != IndexOptions.None)
            {
                MergeField(writer, field);
            }
        }

        writer.Finish();
    }

    private void MergeField(PostingsWriter writer, FieldInfo field)
    {
        // The sources that are not at their end, as a heap by term and, for equal terms, by their order: that is the
        // order of their documents.
        PriorityQueue<MergeTerms, MergeTerms> queue = new(sources.Length, MergeTerms.Order);
        for (int i = 0; i < sources.Length; i++)
        {
            if (sources[i].Reader.GetTerms(field.Name) is Terms terms)
            {
                MergeTerms cursor = new(terms.GetEnumerator(), sources[i].DocIds, i, field);
                if (cursor.Terms.MoveNext())
                {
                    queue.Enqueue(cursor, cursor);
                }
            }
        }

        if (queue.Count == 0)
        {
            return;
        }

        writer.StartField(field, norms.GetValueOrDefault(field.Name));
        List<MergeTerms> same = new(sources.Length);
        while (queue.TryDequeue(out MergeTerms? first, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            same.Add(first);
            while (queue.TryPeek(out MergeTerms? next, out _) && next.Terms.Term.SequenceEqual(first.Terms.Term))
            {
                same.Add(queue.Dequeue());
            }

            writer.StartTerm(first.Terms.Term);
            foreach (MergeTerms cursor in same)
            {
                cursor.CopyPostings(writer);
            }

            writer.FinishTerm();
            foreach (MergeTerms cursor in same)
            {
                if (cursor.Terms.MoveNext())
                {
                    queue.Enqueue(cursor, cursor);
                }
            }

            same.Clear();
        }

        writer.FinishField();
    }
}
