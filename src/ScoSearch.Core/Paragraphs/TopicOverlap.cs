using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// How much paragraphs speak of the same things as a given one: pairs of Chinese characters that both hold, pairs that
/// few paragraphs of the document hold counting more. Not thread-safe.
/// </summary>
internal sealed class TopicOverlap
{
    private const int FilterBits = 1 << 14;

    private readonly Dictionary<int, (int Blocks, int Last)> _pairs = [];
    private readonly bool[] _filter = new bool[FilterBits]; // most pairs of a document are none of the paragraph's
    private readonly int _count;
    private int _asked;

    /// <summary>Counts in how many paragraphs each pair of one of them stands: one pass over the document.</summary>
    public TopicOverlap(List<Block> blocks, Block first)
    {
        _count = blocks.Count;
        _asked = _count;
        string text = first.Composed.Text;
        for (int i = 1; i < text.Length; i++)
        {
            if (CharClass.IsHan(text[i - 1]) && CharClass.IsHan(text[i]))
            {
                _pairs[PairAt(text, i)] = (0, -1);
                _filter[SlotOf(PairAt(text, i))] = true;
            }
        }

        for (int b = 0; b < blocks.Count; b++)
        {
            CountFirst(blocks[b].Composed.Text, b);
        }
    }

    /// <summary>0 for nothing in common. A number for comparison with other paragraphs of the same document.</summary>
    public double Of(Block second)
    {
        string text = second.Composed.Text;
        double sum = 0;
        _asked++;
        for (int i = 1; i < text.Length; i++)
        {
            ref (int Blocks, int Last) pair = ref Find(text, i);
            if (!Unsafe.IsNullRef(ref pair) && pair.Last != _asked)
            {
                pair.Last = _asked;
                sum += Math.Log((double)_count / pair.Blocks);
            }
        }

        return text.Length == 0 ? 0 : sum / Math.Sqrt(text.Length);
    }

    private void CountFirst(string text, int block)
    {
        for (int i = 1; i < text.Length; i++)
        {
            ref (int Blocks, int Last) pair = ref Find(text, i);
            if (!Unsafe.IsNullRef(ref pair) && pair.Last != block)
            {
                pair = (pair.Blocks + 1, block);
            }
        }
    }

    private ref (int Blocks, int Last) Find(string text, int at)
    {
        int pair = PairAt(text, at);
        return ref _filter[SlotOf(pair)]
            ? ref CollectionsMarshal.GetValueRefOrNullRef(_pairs, pair)
            : ref Unsafe.NullRef<(int Blocks, int Last)>();
    }

    private static int PairAt(string text, int at) => (text[at - 1] << 16) | text[at];

    private static int SlotOf(int pair) => (int)(((uint)pair * 0x9E3779B1u) >> 18);
}
