namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>The part of a FOR block whose values are split over the low bits of several words, unrolled per width.</summary>
/// <remarks>
/// b does not divide the lane width for 3, 5 to 7 and 9 to 15 bits: after the whole values, each word has lane width mod b
/// bits left per lane, and the other values lie there as a bit stream, high bits first. <see cref="ForBlock"/> has the
/// same as a loop; the statements below are that loop written out. A table-driven loop takes longer than all the rest.
/// </remarks>
internal static class ForSplitValues
{
    // Masks of the lowest bits of every lane: B for lanes of 8 bits, H for lanes of 16.
    private const ulong B1 = 0x1 * 0x0101010101010101UL;
    private const ulong B2 = 0x3 * 0x0101010101010101UL;
    private const ulong B3 = 0x7 * 0x0101010101010101UL;
    private const ulong H1 = 0x1 * 0x0001000100010001UL;
    private const ulong H2 = 0x3 * 0x0001000100010001UL;
    private const ulong H3 = 0x7 * 0x0001000100010001UL;
    private const ulong H4 = 0xf * 0x0001000100010001UL;
    private const ulong H5 = 0x1f * 0x0001000100010001UL;
    private const ulong H6 = 0x3f * 0x0001000100010001UL;
    private const ulong H7 = 0x7f * 0x0001000100010001UL;

    /// <summary>Fills the collapsed words that are split.</summary>
    /// <param name="t">The 2 * bits packed words.</param>
    /// <param name="c">The collapsed words after the whole ones.</param>
    /// <param name="bits">Width; nothing is done where all values are whole.</param>
    public static void Unpack(ReadOnlySpan<ulong> t, Span<ulong> c, int bits)
    {
        switch (bits)
        {
            case 3:
                Unpack3(t, c);
                break;
            case 5:
                Unpack5(t, c);
                break;
            case 6:
                Unpack6(t, c);
                break;
            case 7:
                Unpack7(t, c);
                break;
            case 9:
                Unpack9(t, c);
                break;
            case 10:
                Unpack10(t, c);
                break;
            case 11:
                Unpack11(t, c);
                break;
            case 12:
                Unpack12(t, c);
                break;
            case 13:
                Unpack13(t, c);
                break;
            case 14:
                Unpack14(t, c);
                break;
            case 15:
                Unpack15(t, c);
                break;
        }
    }

    private static void Unpack3(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & B2) << 1) | ((t[1] >> 1) & B1);
        c[1] = ((t[1] & B1) << 2) | (t[2] & B2);
        c[2] = ((t[3] & B2) << 1) | ((t[4] >> 1) & B1);
        c[3] = ((t[4] & B1) << 2) | (t[5] & B2);
    }

    private static void Unpack5(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & B3) << 2) | ((t[1] >> 1) & B2);
        c[1] = ((t[1] & B1) << 4) | ((t[2] & B3) << 1) | ((t[3] >> 2) & B1);
        c[2] = ((t[3] & B2) << 3) | (t[4] & B3);
        c[3] = ((t[5] & B3) << 2) | ((t[6] >> 1) & B2);
        c[4] = ((t[6] & B1) << 4) | ((t[7] & B3) << 1) | ((t[8] >> 2) & B1);
        c[5] = ((t[8] & B2) << 3) | (t[9] & B3);
    }

    private static void Unpack6(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & B2) << 4) | ((t[1] & B2) << 2) | (t[2] & B2);
        c[1] = ((t[3] & B2) << 4) | ((t[4] & B2) << 2) | (t[5] & B2);
        c[2] = ((t[6] & B2) << 4) | ((t[7] & B2) << 2) | (t[8] & B2);
        c[3] = ((t[9] & B2) << 4) | ((t[10] & B2) << 2) | (t[11] & B2);
    }

    private static void Unpack7(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & B1) << 6) | ((t[1] & B1) << 5) | ((t[2] & B1) << 4) | ((t[3] & B1) << 3)
            | ((t[4] & B1) << 2) | ((t[5] & B1) << 1) | (t[6] & B1);
        c[1] = ((t[7] & B1) << 6) | ((t[8] & B1) << 5) | ((t[9] & B1) << 4) | ((t[10] & B1) << 3)
            | ((t[11] & B1) << 2) | ((t[12] & B1) << 1) | (t[13] & B1);
    }

    private static void Unpack9(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & H7) << 2) | ((t[1] >> 5) & H2);
        c[1] = ((t[1] & H5) << 4) | ((t[2] >> 3) & H4);
        c[2] = ((t[2] & H3) << 6) | ((t[3] >> 1) & H6);
        c[3] = ((t[3] & H1) << 8) | ((t[4] & H7) << 1) | ((t[5] >> 6) & H1);
        c[4] = ((t[5] & H6) << 3) | ((t[6] >> 4) & H3);
        c[5] = ((t[6] & H4) << 5) | ((t[7] >> 2) & H5);
        c[6] = ((t[7] & H2) << 7) | (t[8] & H7);
        c[7] = ((t[9] & H7) << 2) | ((t[10] >> 5) & H2);
        c[8] = ((t[10] & H5) << 4) | ((t[11] >> 3) & H4);
        c[9] = ((t[11] & H3) << 6) | ((t[12] >> 1) & H6);
        c[10] = ((t[12] & H1) << 8) | ((t[13] & H7) << 1) | ((t[14] >> 6) & H1);
        c[11] = ((t[14] & H6) << 3) | ((t[15] >> 4) & H3);
        c[12] = ((t[15] & H4) << 5) | ((t[16] >> 2) & H5);
        c[13] = ((t[16] & H2) << 7) | (t[17] & H7);
    }

    private static void Unpack10(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & H6) << 4) | ((t[1] >> 2) & H4);
        c[1] = ((t[1] & H2) << 8) | ((t[2] & H6) << 2) | ((t[3] >> 4) & H2);
        c[2] = ((t[3] & H4) << 6) | (t[4] & H6);
        c[3] = ((t[5] & H6) << 4) | ((t[6] >> 2) & H4);
        c[4] = ((t[6] & H2) << 8) | ((t[7] & H6) << 2) | ((t[8] >> 4) & H2);
        c[5] = ((t[8] & H4) << 6) | (t[9] & H6);
        c[6] = ((t[10] & H6) << 4) | ((t[11] >> 2) & H4);
        c[7] = ((t[11] & H2) << 8) | ((t[12] & H6) << 2) | ((t[13] >> 4) & H2);
        c[8] = ((t[13] & H4) << 6) | (t[14] & H6);
        c[9] = ((t[15] & H6) << 4) | ((t[16] >> 2) & H4);
        c[10] = ((t[16] & H2) << 8) | ((t[17] & H6) << 2) | ((t[18] >> 4) & H2);
        c[11] = ((t[18] & H4) << 6) | (t[19] & H6);
    }

    private static void Unpack11(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & H5) << 6) | ((t[1] & H5) << 1) | ((t[2] >> 4) & H1);
        c[1] = ((t[2] & H4) << 7) | ((t[3] & H5) << 2) | ((t[4] >> 3) & H2);
        c[2] = ((t[4] & H3) << 8) | ((t[5] & H5) << 3) | ((t[6] >> 2) & H3);
        c[3] = ((t[6] & H2) << 9) | ((t[7] & H5) << 4) | ((t[8] >> 1) & H4);
        c[4] = ((t[8] & H1) << 10) | ((t[9] & H5) << 5) | (t[10] & H5);
        c[5] = ((t[11] & H5) << 6) | ((t[12] & H5) << 1) | ((t[13] >> 4) & H1);
        c[6] = ((t[13] & H4) << 7) | ((t[14] & H5) << 2) | ((t[15] >> 3) & H2);
        c[7] = ((t[15] & H3) << 8) | ((t[16] & H5) << 3) | ((t[17] >> 2) & H3);
        c[8] = ((t[17] & H2) << 9) | ((t[18] & H5) << 4) | ((t[19] >> 1) & H4);
        c[9] = ((t[19] & H1) << 10) | ((t[20] & H5) << 5) | (t[21] & H5);
    }

    private static void Unpack12(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & H4) << 8) | ((t[1] & H4) << 4) | (t[2] & H4);
        c[1] = ((t[3] & H4) << 8) | ((t[4] & H4) << 4) | (t[5] & H4);
        c[2] = ((t[6] & H4) << 8) | ((t[7] & H4) << 4) | (t[8] & H4);
        c[3] = ((t[9] & H4) << 8) | ((t[10] & H4) << 4) | (t[11] & H4);
        c[4] = ((t[12] & H4) << 8) | ((t[13] & H4) << 4) | (t[14] & H4);
        c[5] = ((t[15] & H4) << 8) | ((t[16] & H4) << 4) | (t[17] & H4);
        c[6] = ((t[18] & H4) << 8) | ((t[19] & H4) << 4) | (t[20] & H4);
        c[7] = ((t[21] & H4) << 8) | ((t[22] & H4) << 4) | (t[23] & H4);
    }

    private static void Unpack13(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & H3) << 10) | ((t[1] & H3) << 7) | ((t[2] & H3) << 4) | ((t[3] & H3) << 1)
            | ((t[4] >> 2) & H1);
        c[1] = ((t[4] & H2) << 11) | ((t[5] & H3) << 8) | ((t[6] & H3) << 5) | ((t[7] & H3) << 2)
            | ((t[8] >> 1) & H2);
        c[2] = ((t[8] & H1) << 12) | ((t[9] & H3) << 9) | ((t[10] & H3) << 6) | ((t[11] & H3) << 3)
            | (t[12] & H3);
        c[3] = ((t[13] & H3) << 10) | ((t[14] & H3) << 7) | ((t[15] & H3) << 4) | ((t[16] & H3) << 1)
            | ((t[17] >> 2) & H1);
        c[4] = ((t[17] & H2) << 11) | ((t[18] & H3) << 8) | ((t[19] & H3) << 5) | ((t[20] & H3) << 2)
            | ((t[21] >> 1) & H2);
        c[5] = ((t[21] & H1) << 12) | ((t[22] & H3) << 9) | ((t[23] & H3) << 6) | ((t[24] & H3) << 3)
            | (t[25] & H3);
    }

    private static void Unpack14(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & H2) << 12) | ((t[1] & H2) << 10) | ((t[2] & H2) << 8) | ((t[3] & H2) << 6)
            | ((t[4] & H2) << 4) | ((t[5] & H2) << 2) | (t[6] & H2);
        c[1] = ((t[7] & H2) << 12) | ((t[8] & H2) << 10) | ((t[9] & H2) << 8) | ((t[10] & H2) << 6)
            | ((t[11] & H2) << 4) | ((t[12] & H2) << 2) | (t[13] & H2);
        c[2] = ((t[14] & H2) << 12) | ((t[15] & H2) << 10) | ((t[16] & H2) << 8) | ((t[17] & H2) << 6)
            | ((t[18] & H2) << 4) | ((t[19] & H2) << 2) | (t[20] & H2);
        c[3] = ((t[21] & H2) << 12) | ((t[22] & H2) << 10) | ((t[23] & H2) << 8) | ((t[24] & H2) << 6)
            | ((t[25] & H2) << 4) | ((t[26] & H2) << 2) | (t[27] & H2);
    }

    private static void Unpack15(ReadOnlySpan<ulong> t, Span<ulong> c)
    {
        c[0] = ((t[0] & H1) << 14) | ((t[1] & H1) << 13) | ((t[2] & H1) << 12) | ((t[3] & H1) << 11)
            | ((t[4] & H1) << 10) | ((t[5] & H1) << 9) | ((t[6] & H1) << 8) | ((t[7] & H1) << 7)
            | ((t[8] & H1) << 6) | ((t[9] & H1) << 5) | ((t[10] & H1) << 4) | ((t[11] & H1) << 3)
            | ((t[12] & H1) << 2) | ((t[13] & H1) << 1) | (t[14] & H1);
        c[1] = ((t[15] & H1) << 14) | ((t[16] & H1) << 13) | ((t[17] & H1) << 12) | ((t[18] & H1) << 11)
            | ((t[19] & H1) << 10) | ((t[20] & H1) << 9) | ((t[21] & H1) << 8) | ((t[22] & H1) << 7)
            | ((t[23] & H1) << 6) | ((t[24] & H1) << 5) | ((t[25] & H1) << 4) | ((t[26] & H1) << 3)
            | ((t[27] & H1) << 2) | ((t[28] & H1) << 1) | (t[29] & H1);
    }
}
