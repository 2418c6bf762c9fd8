using ScoSearch.Lucene.Codecs.Lucene84Postings;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>The place of a block, or of the floor block of a chain that can hold a label, as the terms index gives it.</summary>
/// <param name="ChainStart">.tim offset of the first block of the prefix.</param>
/// <param name="FilePointer">.tim offset of the chosen block.</param>
/// <param name="HasTerms">True when the chosen block holds terms, not only sub-blocks.</param>
internal readonly record struct BlockCode(long ChainStart, long FilePointer, bool HasTerms)
{
    /// <summary>Decodes a code and chooses the last floor block whose lead label is not above the label.</summary>
    /// <param name="reader">Stands on the code.</param>
    /// <param name="label">The byte after the prefix, or -1 when the term ends there.</param>
    public static BlockCode Read(ref SpanReader reader, int label)
    {
        long head = reader.ReadVInt64();
        long start = head >>> 2;
        BlockCode code = new(start, start, (head & BlockTreeFormat.HasTermsFlag) != 0);
        if ((head & BlockTreeFormat.FloorFlag) == 0 || label < 0)
        {
            return code;
        }

        for (uint left = reader.ReadVUInt32(); left > 0; left--)
        {
            int lead = reader.ReadByte();
            if (lead > label)
            {
                break;
            }

            long place = reader.ReadVInt64();
            code = new BlockCode(start, start + (place >>> 1), (place & 1) != 0);
        }

        return code;
    }
}
