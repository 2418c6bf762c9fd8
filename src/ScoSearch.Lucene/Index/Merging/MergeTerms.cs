using ScoSearch.Lucene.Codecs.Lucene84Postings;

namespace ScoSearch.Lucene.Index.Merging;

/// <summary>The terms of one field in one of the segments being merged. Not thread-safe.</summary>
internal sealed class MergeTerms(TermsEnum terms, DocIdMap docIds, int source, FieldInfo field)
{
    private readonly PostingsFlags _flags = FlagsOf(field);
    private PostingsEnum? _postings;

    /// <summary>By current term, then by the order of the sources.</summary>
    public static IComparer<MergeTerms> Order { get; } = Comparer<MergeTerms>.Create((left, right) =>
    {
        int byTerm = left.Terms.Term.SequenceCompareTo(right.Terms.Term);
        return byTerm != 0 ? byTerm : left.Source.CompareTo(right.Source);
    });

    /// <summary>The terms.</summary>
    public TermsEnum Terms => terms;

    private int Source => source;

    /// <summary>Copies the live documents of the current term.</summary>
    public void CopyPostings(PostingsWriter writer)
    {
        PostingsEnum postings = _postings = terms.GetPostings(_flags, _postings);
        for (int docId = postings.NextDoc(); docId != DocIdCursor.Exhausted; docId = postings.NextDoc())
        {
            int mapped = docIds[docId];
            if (mapped < 0)
            {
                continue;
            }

            int freq = field.HasFreqs ? postings.Freq : 1;
            writer.StartDocument(mapped, freq);
            if (field.HasPositions)
            {
                for (int i = 0; i < freq; i++)
                {
                    int position = postings.NextPosition();
                    writer.AddPosition(position, postings.StartOffset, postings.EndOffset, postings.Payload);
                }
            }

            writer.FinishDocument();
        }
    }

    private static PostingsFlags FlagsOf(FieldInfo field)
    {
        PostingsFlags flags = PostingsFlags.Docs;
        flags |= field.HasFreqs ? PostingsFlags.Freqs : PostingsFlags.Docs;
        flags |= field.HasPositions ? PostingsFlags.Positions : PostingsFlags.Docs;
        flags |= field.HasOffsets ? PostingsFlags.Offsets : PostingsFlags.Docs;
        flags |= field.HasPayloads ? PostingsFlags.Payloads : PostingsFlags.Docs;
        return flags;
    }
}
