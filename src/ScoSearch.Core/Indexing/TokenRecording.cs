using ScoSearch.Lucene.Analysis;

namespace ScoSearch.Core.Indexing;

/// <summary>The terms and positions of a text, analysed once and replayed when it is indexed. Immutable; safe to share.</summary>
/// <remarks>
/// Analysis is the dear part of indexing. Recording it lets many threads analyse while one adds documents in order, and
/// lets all paragraphs of a document share the terms of its title. Offsets are not kept: no field of ours indexes them.
/// </remarks>
internal sealed class TokenRecording
{
    // The format allows 32,766 bytes a term, and a UTF-16 unit takes at most three.
    private const int MaxTermLength = 4096;

    // _ends[i] is the end of term i in _chars; its begin is the end of the term before.
    private readonly char[] _chars;
    private readonly int[] _ends;
    private readonly int[] _increments;
    private readonly int _endIncrement;

    private TokenRecording(List<char> chars, List<int> ends, List<int> increments, int endIncrement)
    {
        _chars = [.. chars];
        _ends = [.. ends];
        _increments = [.. increments];
        _endIncrement = endIncrement;
    }

    /// <summary>Number of terms.</summary>
    public int Count => _ends.Length;

    /// <summary>Analyses a text. A term longer than 4,096 UTF-16 units is left out; its position stays.</summary>
    public static TokenRecording Record(Analyzer analyzer, string field, string text)
    {
        TokenStream stream = analyzer.GetTokenStream(field, text);
        List<char> chars = new(2 * text.Length);
        List<int> ends = new(text.Length);
        List<int> increments = new(text.Length);
        int skipped = 0;
        while (stream.MoveNext())
        {
            Token token = stream.Token;
            if (token.Length is 0 or > MaxTermLength)
            {
                skipped += token.PositionIncrement;
                continue;
            }

            chars.AddRange(token.Term);
            ends.Add(chars.Count);
            increments.Add(token.PositionIncrement + skipped);
            skipped = 0;
        }

        stream.End();
        return new TokenRecording(chars, ends, increments, stream.Token.PositionIncrement + skipped);
    }

    /// <summary>A new stream of the terms.</summary>
    public TokenStream Replay() => new ReplayStream(this);

    private sealed class ReplayStream(TokenRecording recording) : TokenStream(new Token())
    {
        private int _next;

        public override void Reset() => _next = 0;

        public override bool MoveNext()
        {
            if (_next == recording._ends.Length)
            {
                return false;
            }

            int start = _next == 0 ? 0 : recording._ends[_next - 1];
            Token.SetTerm(recording._chars.AsSpan(start, recording._ends[_next] - start));
            Token.PositionIncrement = recording._increments[_next++];
            return true;
        }

        public override void End()
        {
            Token.Clear();
            Token.PositionIncrement = recording._endIncrement;
        }
    }
}
