namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Decoders of FOR blocks for the hot paths: plain and fused with the running sum.</summary>
internal static class ForDecoder
{
    /// <summary>Unpacks 128 values of <paramref name="bits"/> bits.</summary>
    public static void Decode(ReadOnlySpan<byte> packed, int bits, Span<int> values) =>
        ForBlock.Decode(packed, bits, values);

    /// <summary>Unpacks 128 deltas and replaces each by the sum of <paramref name="start"/> and all up to it.</summary>
    public static void DecodePrefixSums(ReadOnlySpan<byte> packed, int bits, int start, Span<int> sums)
    {
        ForBlock.Decode(packed, bits, sums);
        int sum = start;
        for (int i = 0; i < ForBlock.Size; i++)
        {
            sum += sums[i];
            sums[i] = sum;
        }
    }
}
