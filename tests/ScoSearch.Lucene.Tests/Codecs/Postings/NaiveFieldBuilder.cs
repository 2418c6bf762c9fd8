using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

/// <summary>Makes random fields.</summary>
internal static class NaiveFieldBuilder
{
    public static NaiveField Build(Random random, FieldInfo info, int maxDoc, IEnumerable<byte[]> terms, Func<int, int> docFreqOf)
    {
        sbyte[] norms = new sbyte[maxDoc];
        foreach (ref sbyte norm in norms.AsSpan())
        {
            norm = (sbyte)(random.Next(4) == 0 ? random.Next(-128, 0) : random.Next(1, 60));
        }

        byte[][] sorted = [.. terms.DistinctBy(Convert.ToHexString)];
        Array.Sort(sorted, (a, b) => a.AsSpan().SequenceCompareTo(b));
        NaiveTerm[] built = [.. sorted.Select((bytes, i) => new NaiveTerm(bytes, Postings(random, info, maxDoc, docFreqOf(i))))];
        return new NaiveField(info, built, info.OmitNorms ? null : norms);
    }

    public static byte[] RandomTerm(Random random, int maxLength, int alphabet)
    {
        byte[] term = new byte[random.Next(maxLength + 1)];
        for (int i = 0; i < term.Length; i++)
        {
            term[i] = (byte)(alphabet > 64 ? random.Next(alphabet) : 'a' + random.Next(alphabet));
        }

        return term;
    }

    private static NaivePosting[] Postings(Random random, FieldInfo info, int maxDoc, int docFreq)
    {
        int[] docIds = docFreq > maxDoc / 2
            ? [.. Enumerable.Range(0, maxDoc).Take(docFreq)]
            : [.. RandomDocIds(random, maxDoc, docFreq)];
        return [.. docIds.Select(docId => Posting(random, info, docId))];
    }

    private static SortedSet<int> RandomDocIds(Random random, int maxDoc, int docFreq)
    {
        SortedSet<int> docIds = [];
        while (docIds.Count < docFreq)
        {
            docIds.Add(random.Next(maxDoc));
        }

        return docIds;
    }

    private static NaivePosting Posting(Random random, FieldInfo info, int docId)
    {
        int freq = !info.HasFreqs ? 1
            : random.Next(3) > 0 ? 1
            : random.Next(40) == 0 && !info.HasPositions ? random.Next(1, 1 << 20)
            : random.Next(1, random.Next(100) == 0 ? 300 : 6);
        NaiveOccurrence[] occurrences = new NaiveOccurrence[info.HasPositions ? freq : 0];
        int position = 0;
        int offset = 0;
        for (int i = 0; i < occurrences.Length; i++)
        {
            position += random.Next(random.Next(20) == 0 ? 5000 : 8);
            offset += random.Next(12);
            byte[] payload = new byte[random.Next(3) == 0 ? random.Next(5) : 0];
            random.NextBytes(payload);
            occurrences[i] = new NaiveOccurrence(position, offset, offset + random.Next(7), payload);
        }

        return new NaivePosting(docId, freq, occurrences);
    }
}
