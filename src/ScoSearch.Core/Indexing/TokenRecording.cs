using ScoSearch.Lucene.Analysis;

namespace ScoSearch.Core.Indexing;

/// <summary>The terms and positions of a text, analysed once and replayed when it is indexed. Immutable; safe to share.</summary>
/// <remarks>
/// Analysis is the dear part of indexing. Recording it lets many threads analyse while one adds documents in order, and
/// lets all paragraphs of a document share the terms of its title. Offsets are kept for those who derive further fields
/// from the terms; no field of ours indexes them.
/// </remarks>
internal sealed class TokenRecording
{
    // The format allows 32,766 bytes a term, and a UTF-16 unit takes at most three.
    private const int MaxTermLength = 4096;

    // _ends[i] is the end of term i in _chars; its begin is the end of the term before.
    private readonly char[] _chars;
    private readonly int[] _ends;
    private readonly int[] _increments;
    private readonly int[] _startOffsets;
    private readonly int[] _endOffsets;
    private readonly int _endIncrement;

    private TokenRecording(Builder builder, int endIncrement)
    {
        _chars = [.. builder.Chars];
        _ends = [.. builder.Ends];
        _increments = [.. builder.Increments];
        _startOffsets = [.. builder.StartOffsets];
        _endOffsets = [.. builder.EndOffsets];
        _endIncrement = endIncrement;
    }

    /// <summary>Number of terms.</summary>
    public int Count => _ends.Length;

    /// <summary>Analyses a text. A term longer than 4,096 UTF-16 units is left out; its position stays.</summary>
    public static TokenRecording Record(Analyzer analyzer, string field, string text)
    {
        TokenStream stream = analyzer.GetTokenStream(field, text);
        Builder builder = new(text.Length);
        int skipped = 0;
        while (stream.MoveNext())
        {
            Token token = stream.Token;
            if (token.Length is 0 or > MaxTermLength)
            {
                skipped += token.PositionIncrement;
                continue;
            }

            builder.Add(token.Term, token.PositionIncrement + skipped, token.StartOffset, token.EndOffset);
            skipped = 0;
        }

        stream.End();
        return builder.Build(stream.Token.PositionIncrement + skipped);
    }

    /// <summary>A term.</summary>
    public ReadOnlySpan<char> TermAt(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _chars.AsSpan(start, _ends[index] - start);
    }

    /// <summary>UTF-16 offset at which a term begins in the text.</summary>
    public int StartOffsetAt(int index) => _startOffsets[index];

    /// <summary>UTF-16 offset behind a term in the text.</summary>
    public int EndOffsetAt(int index) => _endOffsets[index];

    /// <summary>A new stream of the terms.</summary>
    public TokenStream Replay() => new ReplayStream(this);

    /// <summary>Gathers terms. Not thread-safe.</summary>
    /// <param name="capacity">About how many terms there will be.</param>
    public sealed class Builder(int capacity)
    {
        public List<char> Chars { get; } = new(2 * capacity);

        public List<int> Ends { get; } = new(capacity);

        public List<int> Increments { get; } = new(capacity);

        public List<int> StartOffsets { get; } = new(capacity);

        public List<int> EndOffsets { get; } = new(capacity);

        /// <summary>Adds a term.</summary>
        public void Add(ReadOnlySpan<char> term, int increment, int startOffset, int endOffset)
        {
            Chars.AddRange(term);
            Ends.Add(Chars.Count);
            Increments.Add(increment);
            StartOffsets.Add(startOffset);
            EndOffsets.Add(endOffset);
        }

        /// <summary>The recording; <paramref name="endIncrement"/> positions follow the last term.</summary>
        public TokenRecording Build(int endIncrement = 0) => new(this, endIncrement);
    }

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

            Token.SetTerm(recording.TermAt(_next));
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
