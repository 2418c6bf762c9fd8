using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// Drops the tokens whose term is in a set; the position increment of the next token, or of the end, grows by those
/// dropped. Not thread-safe.
/// </summary>
public sealed class StopFilter : TokenFilter
{
    // Set if there are words of two units or more.
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    // Most terms are longer than any stop word, so their length alone lets them pass.
    private readonly int _longest;
    private readonly bool _dropsEmpty;

    // Bit for each stop word of one unit: half of all Chinese tokens have one.
    private readonly ulong[] _singleUnits = new ulong[1024];
    private int _skippedPositions;

    /// <summary>Creates the filter.</summary>
    /// <param name="input">The link before.</param>
    /// <param name="words">Terms to drop, compared by ordinal; the set must have an ordinal comparer.</param>
    public StopFilter(TokenStream input, FrozenSet<string> words) : base(input)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (string word in words)
        {
            _dropsEmpty |= word.Length == 0;
            _longest = Math.Max(_longest, word.Length);
            if (word.Length == 1)
            {
                _singleUnits[word[0] >> 6] |= 1UL << (word[0] & 63);
            }
        }

        if (_longest > 1)
        {
            _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        _skippedPositions = 0;
        while (Input.MoveNext())
        {
            if (!IsStopWord())
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

    private bool IsStopWord()
    {
        // Whether a Chinese token has one unit cannot be guessed, but that it is no stop word can: so one test for both.
        int length = Token.Length;
        char first = Token.FirstUnit;
        uint isSingle = Unsafe.BitCast<bool, byte>(length == 1);
        uint isListed = (uint)(_singleUnits[first >> 6] >> (first & 63)) & 1;
        return (isSingle & isListed) != 0
            || (length > 1 ? length <= _longest && _words.Contains(Token.Term) : length == 0 && _dropsEmpty);
    }
}
