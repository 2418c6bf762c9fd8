using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

public sealed class SkipLevelTests(ITestOutputHelper output)
{
    private const int DocFreq = 600_000;
    private const int Gap = 3;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(63, 2)]
    [InlineData(64, 3)]
    [InlineData(511, 3)]
    [InlineData(512, 4)]
    [InlineData(4096, 5)]
    [InlineData(16777215, 8)]
    public void LevelCount_IsTheNumberOfOctalDigits(int entries, int levels) =>
        Assert.Equal(levels, SkipListWriter.LevelCount(entries));

    [Fact]
    public void Advance_FiveLevels_FindsEveryTarget()
    {
        Random random = TestRandom.Create(output, 31);
        Terms terms = Write();
        TermState state = terms.Find("t"u8)!;
        for (int run = 0; run < 30; run++)
        {
            PostingsEnum postings = terms.GetPostings(state, PostingsFlags.Freqs);
            int stride = 1 << random.Next(11, 21);
            for (int target = random.Next(stride); target < DocFreq * Gap; target += 1 + random.Next(stride))
            {
                int expected = (target + Gap - 1) / Gap * Gap;
                if (random.Next(2) == 0)
                {
                    AssertBounds(postings, target);
                }

                int docId = postings.DocId >= target ? postings.DocId : postings.Advance(target);
                Assert.Equal(expected < DocFreq * Gap ? expected : DocIdCursor.Exhausted, docId);
                if (docId == DocIdCursor.Exhausted)
                {
                    break;
                }

                Assert.Equal(FreqOf(docId / Gap), postings.Freq);
                target = docId;
            }
        }
    }

    private static int FreqOf(int ordinal) => 1 + (ordinal * 31 % 17) + (ordinal % 5000 == 0 ? 100 : 0);

    private static void AssertBounds(PostingsEnum postings, int target)
    {
        int upTo = postings.AdvanceShallow(target);
        Assert.True(upTo >= target);
        for (int level = 0; level < postings.ImpactLevelCount; level++)
        {
            int end = Math.Min(postings.GetImpactDocIdUpTo(level), target + 300);
            int bound = postings.GetImpacts(level)[^1].Freq;
            for (int ordinal = (target + Gap - 1) / Gap; ordinal * Gap <= end && ordinal < DocFreq; ordinal++)
            {
                Assert.True(FreqOf(ordinal) <= bound, $"level {level}");
            }
        }
    }

    private static Terms Write()
    {
        FieldInfo info = NaiveIndex.Field("f", 0, IndexOptions.DocsAndFreqs, norms: false);
        using ByteBuffersDirectory directory = new();
        int maxDoc = DocFreq * Gap;
        using (PostingsWriter writer = new(new SegmentWriteState(
            directory, NaiveIndex.Segment, NaiveIndex.SegmentId, maxDoc, new FieldInfos([info]))))
        {
            writer.StartField(info, norms: null);
            writer.StartTerm("t"u8);
            int[] ordinals = [.. Enumerable.Range(0, DocFreq)];
            writer.AddDocuments([.. ordinals.Select(i => i * Gap)], [.. ordinals.Select(FreqOf)]);
            writer.FinishTerm();
            writer.FinishField();
            writer.Finish();
        }

        return NaiveIndex.Open(directory, maxDoc, [info]).GetTerms("f")!;
    }
}
