using System.Text;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Analyzing;

/// <summary>Says what a query looks for the way a person would write it.</summary>
internal static class QueryWording
{
    /// <summary>The characters a query looks for, such as 上合组织 for the phrase 上合 合组 组织.</summary>
    public static string Of(Query query) => query switch
    {
        TermQuery term => TextOf(term.Term),
        PrefixQuery prefix => TextOf(prefix.Prefix),
        DisjunctionMaxQuery best => Of(best.Disjuncts[0]),
        CombinedTermQuery combined => combined.Terms[0].Text,
        PhraseQuery phrase => Join(phrase.Terms),
        BoostQuery boosted => Of(boosted.Query),
        ConstantScoreQuery constant => Of(constant.Query),
        BooleanQuery boolean => string.Join(
            '、', boolean.Where(clause => clause.Occur != Occur.MustNot).Select(clause => Of(clause.Query)).Distinct()),
        _ => query.ToString() ?? "",
    };

    // Bigrams of a phrase overlap by the character they share; words do not.
    private static string Join(IReadOnlyList<Term> terms)
    {
        StringBuilder text = new();
        foreach (Term term in terms)
        {
            string next = TextOf(term);
            int shared = text.Length > 0 ? SharedLength(text, next) : 0;
            text.Append(next, shared, next.Length - shared);
        }

        return text.ToString();
    }

    private static string TextOf(Term term) => RunPieces.IsPiece(term.Text) ? term.Text[1..] : term.Text;

    private static int SharedLength(StringBuilder text, string next)
    {
        int first = char.IsSurrogatePair(next, 0) ? 2 : 1;
        return next.Length > first && EndsWith(text, next.AsSpan(0, first)) ? first : 0;
    }

    private static bool EndsWith(StringBuilder text, ReadOnlySpan<char> end)
    {
        for (int i = 0; i < end.Length; i++)
        {
            if (text.Length < end.Length || text[text.Length - end.Length + i] != end[i])
            {
                return false;
            }
        }

        return true;
    }
}
