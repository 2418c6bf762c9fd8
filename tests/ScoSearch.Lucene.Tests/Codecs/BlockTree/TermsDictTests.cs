using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Tests.Codecs.Postings;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Codecs.BlockTree;

public sealed class TermsDictTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 3, 2)]
    [InlineData(24, 4, 2)]
    [InlineData(48, 6, 26)]
    [InlineData(49, 6, 26)]
    [InlineData(2000, 5, 6)]
    [InlineData(5000, 12, 26)]
    [InlineData(20000, 4, 256)]
    [InlineData(3000, 40, 3)]
    public void Find_EveryTermAndOthers_AgreesWithTheSet(int count, int maxLength, int alphabet)
    {
        Random random = TestRandom.Create(output, count + maxLength);
        NaiveField field = Field(random, count, maxLength, alphabet);
        PostingsReader reader = NaiveIndex.WriteAndOpen(300, [field]);
        Terms terms = reader.GetTerms("f")!;
        HashSet<string> known = [.. field.Terms.Select(t => Convert.ToHexString(t.Bytes))];

        NaiveComparison.AssertSame(field, reader);
        TermsEnum cursor = terms.GetEnumerator();
        foreach (NaiveTerm term in field.Terms)
        {
            AssertFound(term, terms, cursor);
            byte[] other = [.. term.Bytes, (byte)random.Next(256)];
            Assert.Equal(known.Contains(Convert.ToHexString(other)), terms.Find(other) is not null);
            Assert.Equal(known.Contains(Convert.ToHexString(other)), cursor.SeekExact(other));
        }
    }

    [Theory]
    [InlineData(48, 6, 26)]
    [InlineData(2000, 5, 6)]
    [InlineData(5000, 12, 26)]
    [InlineData(20000, 4, 256)]
    [InlineData(3000, 40, 3)]
    public void SeekCeiling_RandomTargets_AgreesWithTheSortedList(int count, int maxLength, int alphabet)
    {
        Random random = TestRandom.Create(output, count + maxLength);
        NaiveField field = Field(random, count, maxLength, alphabet);
        TermsEnum cursor = NaiveIndex.WriteAndOpen(300, [field]).GetTerms("f")!.GetEnumerator();

        for (int i = 0; i < 5000; i++)
        {
            byte[] target = NaiveFieldBuilder.RandomTerm(random, maxLength + 1, alphabet);
            int at = Array.FindIndex(field.Terms, t => t.Bytes.AsSpan().SequenceCompareTo(target) >= 0);
            SeekStatus status = cursor.SeekCeiling(target);
            if (at < 0)
            {
                Assert.Equal(SeekStatus.End, status);
                continue;
            }

            Assert.Equal(
                field.Terms[at].Bytes.AsSpan().SequenceEqual(target) ? SeekStatus.Found : SeekStatus.NotFound, status);
            for (int next = at; next < Math.Min(at + random.Next(60), field.Terms.Length); next++)
            {
                Assert.Equal(field.Terms[next].Bytes, cursor.Term.ToArray());
                Assert.Equal(field.Terms[next].Postings.Length, cursor.DocFreq);
                Assert.Equal(next + 1 < field.Terms.Length, cursor.MoveNext());
            }
        }
    }

    private static void AssertFound(NaiveTerm term, Terms terms, TermsEnum cursor)
    {
        TermState? state = terms.Find(term.Bytes);
        Assert.NotNull(state);
        Assert.Equal(term.Postings.Length, state.DocFreq);
        Assert.Equal(term.Postings[0].DocId, terms.GetPostings(state, PostingsFlags.Docs).NextDoc());
        Assert.True(cursor.SeekExact(term.Bytes));
        Assert.Equal(term.Bytes, cursor.Term.ToArray());
        Assert.Equal(term.Postings.Sum(p => (long)p.Freq), cursor.TotalTermFreq);
    }

    private static NaiveField Field(Random random, int count, int maxLength, int alphabet)
    {
        FieldInfo info = NaiveIndex.Field("f", 0, IndexOptions.DocsAndFreqs);
        List<byte[]> terms = [];
        for (int i = 0; i < count; i++)
        {
            terms.Add(NaiveFieldBuilder.RandomTerm(random, maxLength, alphabet));
        }

        return NaiveFieldBuilder.Build(random, info, 300, terms, i => 1 + (i % 11 == 0 ? random.Next(200) : random.Next(2)));
    }
}
