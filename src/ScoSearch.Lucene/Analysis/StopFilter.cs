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

    // Bit for each stop word of one unit: half of all Chinese tokens have one.
    private readonly ulong[] _singleUnits = new ulong[1024];
    private int _skippedPositions;

    /// <summary>Creates the filter.</summary>
    /// <param name="input">The link before.</param>
    /// <param name="words">Terms to drop, compared by ordinal; the set must have an ordinal comparer.</param>
    public StopFilter(TokenStream input, FrozenSet<string> words) : base(input)
    {
        ArgumentNullException.ThrowIfNull(words);
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string word in words.Where(static word => word.Length == 1))
        {
            _singleUnits[word[0] >> 6] |= 1UL << (word[0] & 63);
        }

        _longest = words.Count == 0 ? -1 : words.Max(static word => word.Length);
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        _skippedPositions = 0;
        while (Input.MoveNext())
        {
            if (!IsStopWord(Token.Term))
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

    private bool IsStopWord(ReadOnlySpan<char> term) =>
        term.Length == 1 ? (_singleUnits[term[0] >> 6] >> (term[0] & 63) & 1) != 0
            : term.Length <= _longest && _words.Contains(term);
}
