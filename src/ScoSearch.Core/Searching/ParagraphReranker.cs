using System.Collections.Frozen;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Looks into the text of the first hits for what their terms alone do not tell, and ranks them anew. Thread-safe.</summary>
/// <remarks>
/// <para>Four things count. A paragraph that opens with the words is about them; the fewer words were typed, the likelier
/// that is what is wanted. A paragraph with all words answers better than one with some of them often. Characters that
/// were typed in another order or with one wrong among them still point to the right paragraph. And who types one script
/// reads paragraphs in that script first.</para>
/// <para>No score is ever lowered, so the hits behind the first ones stay where they are and pages fit together.</para>
/// </remarks>
internal sealed class ParagraphReranker(IndexReader reader)
{
    /// <summary>How many hits are looked into.</summary>
    public const int WindowSize = 20;

    // Values with their effect are in docs/ranking.md.
    private const double OpeningUnits = 15;
    private const double OpeningWeight = 3;
    private const double MaxOpeningWeightPerWord = 0.9;
    private const double CoverageWeight = 0.2;
    private const double CharacterWeight = 0.2;
    private const double TraditionalFactor = 1.2;
    private const double SimplifiedFactor = 1.05;

    private static readonly FrozenSet<string> TextFields = FrozenSet.Create(StringComparer.Ordinal, ParagraphFields.Text, ParagraphFields.Title);

    /// <summary>Ranks hits anew.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="hits">The hits, best first.</param>
    /// <param name="cancellation">Checked for each hit.</param>
    /// <returns>The same hits in their new order.</returns>
    public IReadOnlyList<ScoreDoc> Rerank(LooseQuery query, IReadOnlyList<ScoreDoc> hits, CancellationToken cancellation)
    {
        double[] weights = [.. query.Words.Select(WeightOf)];
        int window = Math.Min(hits.Count, WindowSize);
        ScoreDoc[] first = new ScoreDoc[window];
        for (int i = 0; i < window; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            DocumentStoredFieldVisitor stored = new(TextFields);
            reader.VisitStoredFields(hits[i].Doc, stored);
            string text = stored.Document.Get(ParagraphFields.Text) ?? "";
            double score = hits[i].Score + Bonus(query, weights, text, stored.Document.Get(ParagraphFields.Title) ?? "");
            first[i] = new ScoreDoc(hits[i].Doc, (float)(score * ScriptFactor(query.Script, text)));
        }

        Array.Sort(first, (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Doc.CompareTo(b.Doc));
        return [.. first, .. hits.Skip(window)];
    }

    private static double Bonus(LooseQuery query, double[] weights, string text, string title)
    {
        string folded = TextFolder.All.Fold(text);
        string foldedTitle = TextFolder.All.Fold(title);
        double opening = 0;
        double covered = 0;
        double total = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            int at = folded.IndexOf(query.Words[i], StringComparison.Ordinal);
            if (at >= 0)
            {
                // The name of a work counts as an opening wherever it stands: the paragraph is about it.
                double distance = folded.Contains($"《{query.Words[i]}》", StringComparison.Ordinal) ? 0 : at;
                opening += weights[i] / (1 + (distance / OpeningUnits));
            }

            covered += at >= 0 || foldedTitle.Contains(query.Words[i], StringComparison.Ordinal) ? weights[i] : 0;
        }

        int seen = query.Characters.Count(c => folded.Contains(c) || foldedTitle.Contains(c));
        double characters = query.Characters.Length == 0 ? 0 : total * seen / query.Characters.Length;
        double openingWeight = Math.Min(MaxOpeningWeightPerWord, OpeningWeight / Math.Max(1, weights.Length));
        return (openingWeight * opening) + (CoverageWeight * covered) + (CharacterWeight * characters);
    }

    private static double ScriptFactor(ChineseScript script, string text) => script switch
    {
        ChineseScript.Traditional when ScriptDetector.IsTraditional(text) => TraditionalFactor,
        ChineseScript.Simplified when !ScriptDetector.IsTraditional(text) => SimplifiedFactor,
        _ => 1,
    };

    // The same idf as in the scores that are added to.
    private double WeightOf(string word)
    {
        double frequency = reader.GetDocFreq(new Term(ParagraphFields.Words, word));
        double count = reader.GetDocCount(ParagraphFields.Words);
        return Math.Log(1 + ((count - frequency + 0.5) / (frequency + 0.5)));
    }
}
