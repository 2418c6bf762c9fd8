namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// Chooses the user words of a sentence by the rules of <see cref="UserDictionary"/>. Not thread-safe; no allocation
/// once its arrays fit.
/// </summary>
internal sealed class UserWordMatcher
{
    private readonly Comparison<UserMatch> _byPrecedence;
    private UserMatch[] _matches = new UserMatch[16];
    private UserWordTrie _trie = UserWordTrie.Empty;

    /// <summary>Creates a matcher without words.</summary>
    public UserWordMatcher() => _byPrecedence = Compare;

    /// <summary>Number of chosen matches.</summary>
    public int Count { get; private set; }

    /// <summary>A chosen match; they follow each other without overlap.</summary>
    public UserMatch this[int index] => _matches[index];

    /// <summary>The words; takes effect with the next sentence.</summary>
    public UserWordTrie Trie
    {
        set => _trie = value;
    }

    /// <summary>Finds the matches of a sentence.</summary>
    public void Match(ReadOnlySpan<char> sentence)
    {
        Count = 0;
        if (_trie.IsEmpty)
        {
            return;
        }

        for (int start = 0; start < sentence.Length; start++)
        {
            if (_trie.Begins(UserWordTrie.ToMatchingForm(sentence[start])) && !SplitsRun(sentence, start))
            {
                MatchAt(sentence, start);
            }
        }

        if (Count > 1)
        {
            RemoveOverlaps();
        }
    }

    /// <summary>The text of a chosen match, in matching form.</summary>
    public string Term(int index) => Text(_matches[index].Word);

    /// <summary>The text of a word of the dictionary, in matching form.</summary>
    public string Text(int word) => _trie.Word(word);

    private void MatchAt(ReadOnlySpan<char> sentence, int start)
    {
        int node = 0;
        int index = start;
        while (index < sentence.Length)
        {
            char unit = UserWordTrie.ToMatchingForm(sentence[index]);
            int child = _trie.Child(node, unit);
            if (child < 0 && unit == ' ' && IsBetweenHan(sentence, index, out int behind))
            {
                index = behind;
                continue;
            }

            if (child < 0)
            {
                return;
            }

            node = child;
            index++;
            while (unit == ' ' && index < sentence.Length && CharacterTypes.IsSpace(sentence[index]))
            {
                index++;
            }

            int word = _trie.WordAt(node);
            if (word >= 0 && !SplitsRun(sentence, index))
            {
                Add(new UserMatch(start, index, word));
            }
        }
    }

    private void Add(UserMatch match)
    {
        if (Count == _matches.Length)
        {
            Array.Resize(ref _matches, 2 * Count);
        }

        _matches[Count++] = match;
    }

    // Greedy by precedence: compact the taken ones to the front, then put them into text order.
    private void RemoveOverlaps()
    {
        _matches.AsSpan(0, Count).Sort(_byPrecedence);
        int taken = 0;
        for (int i = 0; i < Count; i++)
        {
            bool overlaps = false;
            for (int j = 0; j < taken && !overlaps; j++)
            {
                overlaps = _matches[i].Start < _matches[j].End && _matches[j].Start < _matches[i].End;
            }

            if (!overlaps)
            {
                _matches[taken++] = _matches[i];
            }
        }

        Count = taken;
        _matches.AsSpan(0, Count).Sort(static (left, right) => left.Start.CompareTo(right.Start));
    }

    private int Compare(UserMatch left, UserMatch right)
    {
        int byLength = _trie.Word(right.Word).Length.CompareTo(_trie.Word(left.Word).Length);
        int byFrequency = _trie.Frequency(right.Word).CompareTo(_trie.Frequency(left.Word));
        return byLength != 0 ? byLength : byFrequency != 0 ? byFrequency : left.Start.CompareTo(right.Start);
    }

    // True at a place inside a run of letters or a run of digits.
    private static bool SplitsRun(ReadOnlySpan<char> sentence, int index) =>
        index > 0 && index < sentence.Length
            && ((CharacterTypes.IsLetter(sentence[index - 1]) && CharacterTypes.IsLetter(sentence[index]))
                || (CharacterTypes.IsDigit(sentence[index - 1]) && CharacterTypes.IsDigit(sentence[index]))
                || (char.IsHighSurrogate(sentence[index - 1]) && char.IsLowSurrogate(sentence[index])));

    private static bool IsBetweenHan(ReadOnlySpan<char> sentence, int index, out int behind)
    {
        behind = index;
        while (behind < sentence.Length && CharacterTypes.IsSpace(sentence[behind]))
        {
            behind++;
        }

        return index > 0 && behind < sentence.Length && IsHan(sentence[index - 1]) && IsHan(sentence[behind]);
    }

    private static bool IsHan(char unit) => CharacterTypes.Of(unit) == CharacterType.Han;
}
