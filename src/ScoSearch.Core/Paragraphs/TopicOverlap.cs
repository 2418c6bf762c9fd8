namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// How much two paragraphs of a document speak of the same things: pairs of Chinese characters that both hold, rare ones
/// counting more. Not thread-safe.
/// </summary>
internal sealed class TopicOverlap
{
    private readonly Dictionary<int, int> _blocksWith = [];
    private readonly Dictionary<Block, HashSet<int>> _pairsOf = [];
    private readonly int _count;

    /// <summary>Counts in how many paragraphs each pair stands.</summary>
    public TopicOverlap(List<Block> blocks)
    {
        _count = blocks.Count;
        foreach (Block block in blocks)
        {
            foreach (int pair in PairsOf(block))
            {
                _blocksWith[pair] = _blocksWith.GetValueOrDefault(pair) + 1;
            }
        }
    }

    /// <summary>0 for nothing in common; comparable only between answers for the same first paragraph.</summary>
    public double Of(Block first, Block second)
    {
        HashSet<int> pairs = PairsOf(first), others = PairsOf(second);
        double sum = 0;
        foreach (int pair in others)
        {
            sum += pairs.Contains(pair) ? Math.Log((double)_count / _blocksWith[pair]) : 0;
        }

        return others.Count == 0 ? 0 : sum / Math.Sqrt(others.Count);
    }

    private HashSet<int> PairsOf(Block block)
    {
        if (!_pairsOf.TryGetValue(block, out HashSet<int>? pairs))
        {
            string text = block.Composed.Text;
            pairs = [];
            for (int i = 1; i < text.Length; i++)
            {
                if (CharClass.IsHan(text[i - 1]) && CharClass.IsHan(text[i]))
                {
                    pairs.Add((text[i - 1] << 16) | text[i]);
                }
            }

            _pairsOf.Add(block, pairs);
        }

        return pairs;
    }
}
