using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

/// <summary>
/// Impacts whose norms need more than a byte. BM25 encodes lengths in one byte; the format allows 64 bits, which other
/// similarities use.
/// </summary>
public sealed class WideNormTests
{
    private const int BlockSize = 128;
    private const int DocCount = (BlockSize * 8 * 9) + 50;

    private static readonly long[] Norms =
    [
        1, 60, 127, 128, 255, 256, 300, 1L << 31, 1L << 40, long.MaxValue, long.MinValue, -(1L << 40), -129, -128, -1,
    ];

    [Fact]
    public void GetImpacts_NormsOf64Bits_AreTheCompetitivePairs()
    {
        Random random = TestSeed.NewRandom();
        long[] norms = [.. Enumerable.Range(0, DocCount).Select(_ => Norms[random.Next(Norms.Length)])];
        int[] freqs = [.. Enumerable.Range(0, DocCount).Select(_ => random.Next(1, 1000))];
        Terms terms = Write(norms, freqs);
        PostingsEnum postings = terms.GetPostings(terms.Find("t"u8)!, PostingsFlags.Freqs);
        int compared = 0;
        for (int start = 0; start < DocCount - BlockSize; start += BlockSize)
        {
            postings.AdvanceShallow(start);
            // A level covers the documents from the block's first on only where it starts with that block.
            for (int level = 0; level < postings.ImpactLevelCount && start % (BlockSize << (3 * level)) == 0; level++)
            {
                int upTo = postings.GetImpactDocIdUpTo(level);
                if (upTo < DocCount)
                {
                    Assert.Equal(Competitive(norms, freqs, start, upTo), postings.GetImpacts(level).ToArray());
                    compared++;
                }
            }
        }

        Assert.True(compared > DocCount / BlockSize, $"{compared} levels compared; {TestSeed.Hint}");
    }

    private static Impact[] Competitive(long[] norms, int[] freqs, int start, int upTo)
    {
        List<Impact> kept = [];
        IEnumerable<Impact> all = Enumerable.Range(start, upTo + 1 - start).Select(doc => new Impact(freqs[doc], norms[doc]));
        foreach (Impact impact in all.OrderBy(i => (ulong)i.Norm).ThenByDescending(i => i.Freq))
        {
            if (kept.Count == 0 || impact.Freq > kept[^1].Freq)
            {
                kept.Add(impact);
            }
        }

        return [.. kept];
    }

    private static Terms Write(long[] norms, int[] freqs)
    {
        FieldInfo info = NaiveIndex.Field("f", 0, IndexOptions.DocsAndFreqs);
        using ByteBuffersDirectory directory = new();
        using (PostingsWriter writer = new(new SegmentWriteState(
            directory, NaiveIndex.Segment, NaiveIndex.SegmentId, DocCount, new FieldInfos([info]))))
        {
            writer.StartField(info, NormsLookup.FromValues(norms));
            writer.StartTerm("t"u8);
            writer.AddDocuments([.. Enumerable.Range(0, DocCount)], freqs);
            writer.FinishTerm();
            writer.FinishField();
            writer.Finish();
        }

        return NaiveIndex.Open(directory, DocCount, [info]).GetTerms("f")!;
    }
}
