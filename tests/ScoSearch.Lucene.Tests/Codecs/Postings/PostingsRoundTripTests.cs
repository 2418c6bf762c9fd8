using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

public sealed class PostingsRoundTripTests(ITestOutputHelper output)
{
    private static readonly int[] BlockBorders = [0, 1, 2, 127, 128, 129, 255, 256, 257, 1023, 1024, 1025, 1152, 1153, 9000];

    public static TheoryData<IndexOptions, bool> Kinds => new()
    {
        { IndexOptions.Docs, false },
        { IndexOptions.DocsAndFreqs, false },
        { IndexOptions.DocsAndFreqsAndPositions, false },
        { IndexOptions.DocsAndFreqsAndPositions, true },
        { IndexOptions.DocsAndFreqsAndPositionsAndOffsets, false },
        { IndexOptions.DocsAndFreqsAndPositionsAndOffsets, true },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_AllListLengths_ReadsBackTheSame(IndexOptions options, bool payloads)
    {
        Random random = TestRandom.Create(output, 17);
        NaiveField field = Field(random, options, payloads);

        PostingsReader reader = NaiveIndex.WriteAndOpen(20_000, [field]);

        reader.CheckIntegrity();
        NaiveComparison.AssertSame(field, reader);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Advance_RandomTargets_AgreesWithTheList(IndexOptions options, bool payloads)
    {
        Random random = TestRandom.Create(output, 18);
        NaiveField field = Field(random, options, payloads);
        Terms terms = NaiveIndex.WriteAndOpen(20_000, [field]).GetTerms("f")!;

        foreach (NaiveTerm term in field.Terms.Where(t => t.Postings.Length > 0))
        {
            TermState state = terms.Find(term.Bytes)!;
            for (int run = 0; run < 10; run++)
            {
                PostingsEnum postings = terms.GetPostings(state, PostingsFlags.All);
                WalkRandomly(random, field.Info, term, postings, 1 << random.Next(1, 14), random.Next(2) == 0);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void CopyBlock_AnyChunks_AgreesWithTheList(IndexOptions options, bool payloads)
    {
        Random random = TestRandom.Create(output, 19);
        NaiveField field = Field(random, options, payloads);
        Terms terms = NaiveIndex.WriteAndOpen(20_000, [field]).GetTerms("f")!;
        int[] docIds = new int[700];
        int[] freqs = new int[700];

        foreach (NaiveTerm term in field.Terms.Where(t => t.Postings.Length > 0))
        {
            PostingsEnum postings = terms.GetPostings(terms.Find(term.Bytes)!, PostingsFlags.All);
            postings.NextDoc();
            int next = 0;
            while (postings.DocId != DocIdCursor.Exhausted)
            {
                int end = postings.DocId + random.Next(1, 3000);
                int room = random.Next(1, docIds.Length);
                NaivePosting[] expected =
                    [.. term.Postings.Skip(next).TakeWhile(p => p.DocId < end).Take(room)];
                int copied = postings.CopyBlock(end, docIds.AsSpan(0, room), freqs.AsSpan(0, room));
                Assert.Equal(expected.Select(p => p.DocId), docIds.Take(copied));
                Assert.Equal(expected.Select(p => p.Freq), freqs.Take(copied));
                next += copied;
                Assert.Equal(next < term.Postings.Length ? term.Postings[next].DocId : DocIdCursor.Exhausted, postings.DocId);
                if (next < term.Postings.Length)
                {
                    NaiveComparison.AssertSameDocument(field.Info, term.Postings[next], postings);
                }
            }
        }
    }

    [Fact]
    public void Write_SeveralFields_KeepsThemApart()
    {
        Random random = TestRandom.Create(output, 20);
        List<NaiveField> fields = [];
        foreach (object[] kind in Kinds)
        {
            FieldInfo info = NaiveIndex.Field(
                $"f{(char)('z' - fields.Count)}", fields.Count, (IndexOptions)kind[0], (bool)kind[1]);
            IEnumerable<byte[]> terms = Enumerable.Range(0, 300).Select(_ => NaiveFieldBuilder.RandomTerm(random, 6, 4));
            fields.Add(NaiveFieldBuilder.Build(random, info, 500, terms, i => i % 37 == 0 ? 300 : i % 7));
        }

        PostingsReader reader = NaiveIndex.WriteAndOpen(500, fields);

        fields.ForEach(field => NaiveComparison.AssertSame(field, reader));
        Assert.Null(reader.GetTerms("unknown"));
    }

    private static NaiveField Field(Random random, IndexOptions options, bool payloads)
    {
        FieldInfo info = NaiveIndex.Field("f", 0, options, payloads);
        IEnumerable<byte[]> terms = Enumerable.Range(0, BlockBorders.Length).Select(i => (byte[])[(byte)'t', (byte)i]);
        return NaiveFieldBuilder.Build(random, info, 20_000, terms, i => BlockBorders[i]);
    }

    private static void WalkRandomly(
        Random random, FieldInfo info, NaiveTerm term, PostingsEnum postings, int stride, bool shallow)
    {
        int docId = -1;
        while (docId != DocIdCursor.Exhausted)
        {
            int target = docId + 1 + (random.Next(3) == 0 ? 0 : random.Next(stride));
            if (shallow && random.Next(2) == 0)
            {
                postings.AdvanceShallow(target);
            }

            NaivePosting? expected = term.Postings.FirstOrDefault(p => p.DocId >= target);
            docId = target == docId + 1 && random.Next(2) == 0 ? postings.NextDoc() : postings.Advance(target);
            Assert.Equal(expected?.DocId ?? DocIdCursor.Exhausted, docId);
            if (expected is not null && random.Next(3) == 0)
            {
                NaiveComparison.AssertSameDocument(info, expected, postings);
            }
        }
    }
}
