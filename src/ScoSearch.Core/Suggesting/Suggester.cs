using ScoSearch.Core.Variants;
using ScoSearch.Lucene.Analysis.Folding;

namespace ScoSearch.Core.Suggesting;

/// <summary>Completes what is typed from the vocabulary of one snapshot. Thread-safe.</summary>
internal sealed class Suggester
{
    private readonly Vocabulary _vocabulary;

    // What is suggested first: words of the user dictionary, then what stands in more paragraphs.
    private readonly float[] _weights;

    public Suggester(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _weights = [.. vocabulary.Entries.Select(WeightOf)];
    }

    /// <summary>The most useful completions, best first.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="limit">How many at most.</param>
    public List<Suggestion> Complete(string text, int limit)
    {
        string typed = TextFolder.All.Fold(text.TrimStart());
        if (typed.Length == 0)
        {
            return [];
        }

        BestEntries best = new(limit);
        (int from, int to) = _vocabulary.ByKey.Find(typed);
        for (int row = from; row < to; row++)
        {
            int entry = _vocabulary.ByKey.EntryAt(row);
            best.Offer(entry, _weights[entry]);
        }

        return [.. best.Take().Select(Describe)];
    }

    private Suggestion Describe(int entry)
    {
        VocabularyEntry found = _vocabulary.Entries[entry];
        return new Suggestion(found.Text, NameOf(found.Kind), found.Count);
    }

    private static string NameOf(VocabularyKind kind) => kind switch
    {
        VocabularyKind.Term => "term",
        VocabularyKind.Name => "name",
        VocabularyKind.Title => "title",
        _ => "word",
    };

    private static float WeightOf(VocabularyEntry entry) =>
        MathF.Log2(1 + entry.Count) + (entry.Kind switch
        {
            VocabularyKind.Term => 100,
            VocabularyKind.Name or VocabularyKind.Title => 4,
            _ => 0,
        });
}
