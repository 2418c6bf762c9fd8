using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Tests.Codecs.BlockTree;

/// <summary>A complete table of transitions over a small alphabet; other bytes lead nowhere.</summary>
internal sealed class TableAutomaton(int[,] next, bool[] accept, byte[] alphabet) : ITermAutomaton
{
    public int Start => 0;

    public int Step(int state, byte label)
    {
        int at = Array.IndexOf(alphabet, label);
        return at < 0 ? -1 : next[state, at];
    }

    public bool IsAccept(int state) => accept[state];

    public int NextLabel(int state, int from)
    {
        for (int label = from; label < 256; label++)
        {
            if (Step(state, (byte)label) >= 0)
            {
                return label;
            }
        }

        return 256;
    }
}

/// <summary>Accepts what begins with a prefix.</summary>
internal sealed class PrefixAutomaton(byte[] prefix) : ITermAutomaton
{
    public int Start => 0;

    public int Step(int state, byte label) =>
        state == prefix.Length ? state : prefix[state] == label ? state + 1 : -1;

    public bool IsAccept(int state) => state == prefix.Length;

    public int NextLabel(int state, int from) =>
        state == prefix.Length ? from : prefix[state] >= from ? prefix[state] : 256;
}
