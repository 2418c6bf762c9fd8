using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Automata;

/// <summary>
/// Accepts the terms within an edit distance of a word: insertions, deletions, substitutions and, if wanted, swaps of neighbours,
/// counted in code points. Not thread-safe.
/// </summary>
/// <remarks>
/// A state is a row of the distance table: row[j] = distance of what was read to the first j code points of the word, at most k + 1. For swaps
/// it also holds swap[j] = the row before last at j - 2, where the code point read last equals the word's j-th (else k + 1): if the next one
/// equals the (j - 1)-th, the two were swapped. Rows are made on demand and told apart by content; few are ever reached.
/// Example, word "ab", k = 1: start [0 1 2], after "b" [1 1 1] with swap[2] = 0, after "ba" [2 1 1]: distance 1.
/// Source: Schulz and Mihov, "Fast string correction with Levenshtein automata" (2002); differs in building states lazily.
/// </remarks>
internal sealed class LevenshteinAutomaton : LazyDfa, IRequiredCharacters
{
    private readonly int[] _word;
    private readonly int _prefixLength;
    private readonly int _maxEdits;
    private readonly bool _transpositions;
    private readonly List<sbyte[]> _rows = [];
    private readonly Dictionary<RowKey, int> _stateOfRow = [];

    // The word after its prefix.
    private readonly int[] _rest;

    private readonly int[] _characters;

    public LevenshteinAutomaton(string word, int maxEdits, int prefixLength, bool transpositions, int maxStates)
        : this(ToCodePoints(word), maxEdits, prefixLength, transpositions, maxStates)
    {
    }

    private LevenshteinAutomaton(int[] word, int maxEdits, int prefixLength, bool transpositions, int maxStates)
        : base(word.SelectMany(c => new[] { c, c + 1 }), maxStates)
    {
        _word = word;
        _characters = [.. word.Distinct()];
        _prefixLength = Math.Min(prefixLength, word.Length);
        _rest = word[_prefixLength..];
        _maxEdits = maxEdits;
        _transpositions = transpositions;
        for (int i = 0; i < _prefixLength; i++)
        {
            // States 0.. spell the prefix; none of them ends a term.
            AddState(accepts: false);
            _rows.Add([]);
        }

        sbyte[] first = new sbyte[2 * (_rest.Length + 1)];
        for (int j = 0; j <= _rest.Length; j++)
        {
            first[j] = (sbyte)Math.Min(j, maxEdits + 1);
            first[_rest.Length + 1 + j] = (sbyte)(maxEdits + 1);
        }

        AddRow(first);
    }

    public override int Start => Encode(0);

    /// <inheritdoc/>
    public ReadOnlySpan<int> Characters => _characters;

    /// <inheritdoc/>
    /// <remarks>An edit takes one character of the word away at most, a swap none.</remarks>
    public int RequiredCount => _characters.Length - _maxEdits;

    /// <summary>Number of code points in the word.</summary>
    public int WordLength => _word.Length;

    /// <summary>Edit distance of a term that led to this accepting state.</summary>
    public int GetDistance(int state) => _rows[Decode(state)][_rest.Length];

    protected override int ComputeNext(int state, int codePoint)
    {
        if (state < _prefixLength)
        {
            return codePoint == _word[state] ? state + 1 : Dead;
        }

        sbyte[] from = _rows[state];
        int width = _rest.Length + 1;
        sbyte limit = (sbyte)(_maxEdits + 1);
        sbyte[] to = new sbyte[2 * width];
        to[0] = (sbyte)Math.Min(from[0] + 1, limit);
        to[width] = limit;
        int least = to[0];
        for (int j = 1; j < width; j++)
        {
            bool isSame = _rest[j - 1] == codePoint;
            int cost = Math.Min(from[j - 1] + (isSame ? 0 : 1), Math.Min(from[j], to[j - 1]) + 1);
            if (j >= 2 && _rest[j - 2] == codePoint)
            {
                cost = Math.Min(cost, from[width + j] + 1);
            }

            to[j] = (sbyte)Math.Min(cost, limit);
            to[width + j] = _transpositions && isSame && j >= 2 ? from[j - 2] : limit;
            least = Math.Min(least, to[j]);
        }

        // A swap under way costs one more than it has cost so far; a substitution then costs no more, so rows alone decide.
        return least > _maxEdits ? Dead : AddRow(to);
    }

    private static int[] ToCodePoints(string word) => [.. word.EnumerateRunes().Select(rune => rune.Value)];

    private int AddRow(sbyte[] row)
    {
        RowKey key = new(row);
        if (!_stateOfRow.TryGetValue(key, out int state))
        {
            state = AddState(accepts: row[_rest.Length] <= _maxEdits);
            _rows.Add(row);
            _stateOfRow.Add(key, state);
        }

        return state;
    }

    private readonly struct RowKey(sbyte[] row) : IEquatable<RowKey>
    {
        private readonly sbyte[] _row = row;

        public bool Equals(RowKey other) => _row.AsSpan().SequenceEqual(other._row);

        public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

        public override int GetHashCode()
        {
            int hash = 0;
            foreach (sbyte cell in _row)
            {
                hash = unchecked((hash * 31) + cell);
            }

            return hash;
        }
    }
}
