using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Variants;

/// <summary>Finds what was meant by words of letters that the index does not hold: pinyin, a misspelt word, first letters. Thread-safe.</summary>
internal sealed class LatinCorrector(IndexTerms terms, SynonymFinder synonyms, Func<CancellationToken, PinyinResolver> resolver)
{
    // Below this many letters nearly everything is one letter away from something.
    private const int MinSpellingLength = 4;

    // From here on two letters may be wrong.
    private const int TwoEditsLength = 8;

    // Longer ones are no words.
    private const int MaxSpellingLength = 40;

    // A letter more that is wrong must be outweighed by so many times the paragraphs.
    private const double EditFactor = 50;

    private static readonly char[] Borders = [' ', '-', '\'', '’'];

    /// <summary>The text that was probably meant, or null when all of it is known or nothing better is.</summary>
    public QueryCorrection? Correct(string text, CancellationToken cancellation)
    {
        string[] words = text.Split(Borders, StringSplitOptions.RemoveEmptyEntries);
        if (words.All(IsKnown) || synonyms.Find(TextFolder.All.Fold(text)).Count > 0)
        {
            return null;
        }

        if (ReadPinyin(text, cancellation) is { } chinese)
        {
            return new QueryCorrection(chinese, CorrectionKind.Pinyin);
        }

        string better = text;
        CorrectionKind kind = CorrectionKind.Spelling;
        foreach (string word in words.Where(word => !IsKnown(word)).Distinct(StringComparer.Ordinal))
        {
            string? replacement = words.Length > 1 ? ReadPinyin(word, cancellation) : null;
            replacement ??= Spell(word, cancellation);
            replacement ??= ReadInitials(word, cancellation);
            if (replacement is not null)
            {
                kind = replacement.AsSpan().ContainsAnyInRange('\u3400', '\u9FFF') ? CorrectionKind.Pinyin : kind;
                better = better.Replace(word, replacement, StringComparison.Ordinal);
            }
        }

        return better == text ? null : new QueryCorrection(better, kind);
    }

    private bool IsKnown(string word) => terms.CountOf(word) > 0;

    private string? ReadPinyin(string text, CancellationToken cancellation) =>
        TypedPinyin.Read(text) is { } typed && typed.CanBeSyllables() && resolver(cancellation).Resolve(typed) is [WordPath best, ..]
            ? best.Text
            : null;

    private string? ReadInitials(string word, CancellationToken cancellation) =>
        TypedPinyin.Read(word) is { } typed ? resolver(cancellation).ResolveInitials(typed) : null;

    // The nearest word that stands in the most paragraphs, with the first letter as typed.
    private string? Spell(string word, CancellationToken cancellation)
    {
        string folded = ParagraphAnalyzer.FoldGrams(word);
        if (folded.Length is < MinSpellingLength or > MaxSpellingLength)
        {
            return null;
        }

        Term term = new(ParagraphFields.Grams, folded);
        int edits = folded.Length >= TwoEditsLength ? 2 : 1;
        string? best = null;
        double bestScore = 0;
        foreach (FuzzyTerm near in FuzzyTerms.Find(terms.Reader, term, edits, prefixLength: 1, cancellation))
        {
            double score = near.DocFreq / Math.Pow(EditFactor, near.Edits);
            if (near.Term.Text.All(char.IsLetter)
                && (score > bestScore || (score == bestScore && string.CompareOrdinal(near.Term.Text, best) < 0)))
            {
                (best, bestScore) = (near.Term.Text, score);
            }
        }

        return best is null ? null : WithCaseOf(word, best);
    }

    private static string WithCaseOf(string typed, string word) =>
        typed.Length > 1 && typed.All(char.IsUpper) ? word.ToUpperInvariant()
        : char.IsUpper(typed[0]) ? char.ToUpperInvariant(word[0]) + word[1..]
        : word;
}
