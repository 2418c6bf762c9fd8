using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

/// <summary>Asserts that a reader gives exactly what plain objects say.</summary>
internal static class NaiveComparison
{
    public static void AssertSame(NaiveField expected, PostingsReader reader)
    {
        Terms? terms = reader.GetTerms(expected.Info.Name);
        NaiveTerm[] withPostings = [.. expected.Terms.Where(t => t.Postings.Length > 0)];
        if (withPostings.Length == 0)
        {
            Assert.Null(terms);
            return;
        }

        Assert.NotNull(terms);
        Assert.Equal(withPostings.Length, terms.Count);
        Assert.Equal(withPostings.Sum(t => (long)t.Postings.Length), terms.SumDocFreq);
        Assert.Equal(withPostings.SelectMany(t => t.Postings).Sum(p => (long)p.Freq), terms.SumTotalTermFreq);
        Assert.Equal(withPostings.SelectMany(t => t.Postings).Select(p => p.DocId).Distinct().Count(), terms.DocCount);
        Assert.Equal(withPostings[0].Bytes, terms.MinTerm.ToArray());
        Assert.Equal(withPostings[^1].Bytes, terms.MaxTerm.ToArray());

        TermsEnum cursor = terms.GetEnumerator();
        PostingsEnum? reuse = null;
        foreach (NaiveTerm term in withPostings)
        {
            Assert.True(cursor.MoveNext());
            Assert.Equal(term.Bytes, cursor.Term.ToArray());
            Assert.Equal(term.Postings.Length, cursor.DocFreq);
            Assert.Equal(term.Postings.Sum(p => (long)p.Freq), cursor.TotalTermFreq);
            reuse = cursor.GetPostings(PostingsFlags.All, reuse);
            AssertSamePostings(expected.Info, term, reuse);
        }

        Assert.False(cursor.MoveNext());
    }

    public static void AssertSamePostings(FieldInfo info, NaiveTerm term, PostingsEnum actual)
    {
        Assert.Equal(-1, actual.DocId);
        foreach (NaivePosting posting in term.Postings)
        {
            Assert.Equal(posting.DocId, actual.NextDoc());
            AssertSameDocument(info, posting, actual);
        }

        Assert.Equal(DocIdCursor.Exhausted, actual.NextDoc());
        Assert.Equal(DocIdCursor.Exhausted, actual.NextDoc());
        Assert.Equal(DocIdCursor.Exhausted, actual.DocId);
    }

    public static void AssertSameDocument(FieldInfo info, NaivePosting posting, PostingsEnum actual)
    {
        Assert.Equal(posting.DocId, actual.DocId);
        Assert.Equal(posting.Freq, actual.Freq);
        if (!info.HasPositions)
        {
            Assert.Equal(-1, actual.NextPosition());
            return;
        }

        foreach (NaiveOccurrence occurrence in posting.Occurrences)
        {
            Assert.Equal(occurrence.Position, actual.NextPosition());
            Assert.Equal(info.HasOffsets ? occurrence.StartOffset : -1, actual.StartOffset);
            Assert.Equal(info.HasOffsets ? occurrence.EndOffset : -1, actual.EndOffset);
            Assert.Equal(info.HasPayloads ? occurrence.Payload : [], actual.Payload.ToArray());
        }
    }
}
