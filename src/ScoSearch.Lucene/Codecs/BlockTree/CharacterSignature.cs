using System.Runtime.CompilerServices;
using System.Text;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>A set of code points, each as one of 512 bits: never denies one that is in it. Mutable.</summary>
/// <remarks>A block of 25 to 48 Chinese terms has some 80 different characters, so about one of six that are not there seems to be.</remarks>
[InlineArray(Words)]
internal struct CharacterSignature
{
    private const int Words = 8;

    private ulong _first;

    /// <summary>Adds the code points of a text in UTF-8. Bytes that are not UTF-8 count as the replacement character.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf8(text, out Rune rune, out int length);
            int bit = BitOf(rune.Value);
            this[bit >> 6] |= 1UL << bit;
            text = text[length..];
        }
    }

    /// <summary>Adds all of another set.</summary>
    public void Add(in CharacterSignature other)
    {
        for (int i = 0; i < Words; i++)
        {
            this[i] |= other[i];
        }
    }

    /// <summary>How many of some bits, which may repeat, are set.</summary>
    public readonly int Count(ReadOnlySpan<int> bits)
    {
        int count = 0;
        foreach (int bit in bits)
        {
            count += (int)(this[bit >> 6] >> bit) & 1;
        }

        return count;
    }

    /// <summary>The bit of a code point: from 0 to 511.</summary>
    public static int BitOf(int codePoint) => (int)((uint)codePoint * 0x9E3779B1u >> 23);
}
