using System.Collections.Frozen;

namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// Drops the tokens whose term is in a set; the position increment of the next token, or of the end, grows by those
/// dropped. Not thread-safe.
/// </summary>
public sealed class StopFilter : TokenFilter
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    // Most terms are longer than any stop word, so their length alone lets them pass.
    private readonly int _longest;
    private int _skippedPositions;

    /// <summary>Creates the filter.</summary>
    /// <param name="input">The link before.</param>
    /// <param name="words">Terms to drop, compared by ordinal; the set must have an ordinal comparer.</param>
    public StopFilter(TokenStream input, FrozenSet<string> words) : base(input)
    {
        ArgumentNullException.ThrowIfNull(words);
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = words.Count == 0 ? -1 : words.Max(static word => word.Length);
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        _skippedPositions = 0;
        while (Input.MoveNext())
        {
            if (Token.Length > _longest || !_words.Contains(Token.Term))
            {
                Token.PositionIncrement += _skippedPositions;
                return true;
            }

            _skippedPositions += Token.PositionIncrement;
        }

        return false;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        Token.PositionIncrement += _skippedPositions;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _skippedPositions = 0;
    }
}
