using System.Collections.Frozen;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Indexing;

/// <summary>The user words as evidence for words that a line end cuts in two. Immutable; thread-safe.</summary>
internal sealed class UserWordKnowledge(UserWords words) : IWordKnowledge
{
    private readonly FrozenSet<int> _pairs = words.Words
        .SelectMany(w => w.Text.Zip(w.Text.Skip(1), PairOf)).ToFrozenSet();

    /// <inheritdoc/>
    public bool IsWithinWord(char left, char right) => _pairs.Contains(PairOf(left, right));

    private static int PairOf(char left, char right) => (left << 16) | right;
}
