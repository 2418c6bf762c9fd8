namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Distinct byte strings in unsigned byte order, one after the other in one array.</summary>
/// <param name="bytes">The strings, concatenated.</param>
/// <param name="offsets">Start of each string; one more entry for the end of the last. Empty for no strings.</param>
internal readonly ref struct SortedTerms(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> offsets)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ReadOnlySpan<int> _offsets = offsets;

    /// <summary>Number of strings.</summary>
    public int Count => Math.Max(0, _offsets.Length - 1);

    /// <summary>True when all ordinals are 0, so that none need be written.</summary>
    public bool IsConstant => Count <= 1;

    /// <summary>The string of an ordinal.</summary>
    public ReadOnlySpan<byte> this[int ord] => _bytes[_offsets[ord].._offsets[ord + 1]];
}
