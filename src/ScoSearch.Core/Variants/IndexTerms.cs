using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Variants;

/// <summary>How often strings stand in the paragraphs of a snapshot. Thread-safe.</summary>
internal sealed class IndexTerms(IndexReader reader)
{
    // One paragraph is enough; looking for a thousand, as searches do to count them, took most of a correction.
    private static readonly SearchOptions Any = SearchOptions.Default with { TotalHitsThreshold = 1, TerminateAfter = 1 };

    private readonly IndexSearcher _searcher = new(reader);

    /// <summary>Where terms are looked up.</summary>
    public IndexReader Reader => reader;

    /// <summary>Number of paragraphs, or titles of them, with a character, a pair of characters or a run of letters.</summary>
    public int CountOf(string text)
    {
        string term = ParagraphAnalyzer.FoldGrams(text);
        return Math.Max(
            reader.GetDocFreq(new Term(ParagraphFields.Grams, term)), reader.GetDocFreq(new Term(ParagraphFields.TitleGrams, term)));
    }

    /// <summary>Whether a string of Han characters stands in any paragraph.</summary>
    public bool Holds(string text, CancellationToken cancellation)
    {
        string folded = ParagraphAnalyzer.FoldGrams(text);
        if (folded.Length < 3)
        {
            return CountOf(folded) > 0;
        }

        PhraseQuery.Builder phrase = new();
        for (int i = 0; i + 1 < folded.Length; i++)
        {
            phrase.Add(new Term(ParagraphFields.Grams, folded.Substring(i, 2)), i);
        }

        return _searcher.Search(new ConstantScoreQuery(phrase.Build()), 1, Any, cancellation).ScoreDocs.Count > 0;
    }
}
