using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>Arrays of at least one non-negative int in a chunk's header.</summary>
/// <remarks>
/// One value: VInt. All equal: VInt 0, VInt value. Otherwise VInt width, then the packed values (<see cref="PackedBits"/>).
/// </remarks>
internal static class StoredInts
{
    public static void Write(IndexOutput output, ReadOnlySpan<int> values)
    {
        if (values.Length == 1)
        {
            output.WriteVInt32(values[0]);
            return;
        }

        if (values.IndexOfAnyExcept(values[0]) < 0)
        {
            output.WriteVInt32(0);
            output.WriteVInt32(values[0]);
            return;
        }

        int all = 0;
        foreach (int value in values)
        {
            all |= value;
        }

        int width = BitWidths.Required(all);
        output.WriteVInt32(width);
        PackedBits.Write(output, values, width);
    }

    public static void Read(IndexInput input, Span<int> values, string what)
    {
        if (values.Length == 1)
        {
            values[0] = input.ReadNonNegativeVInt32(what);
            return;
        }

        long at = input.Position;
        int width = input.ReadVInt32();
        if (width == 0)
        {
            values.Fill(input.ReadNonNegativeVInt32(what));
        }
        else if (width is > 0 and <= 31)
        {
            PackedBits.Read(input, values, width);
        }
        else
        {
            throw input.Corrupt(at, $"0 to 31 bits for {what}", $"{width}");
        }
    }
}
