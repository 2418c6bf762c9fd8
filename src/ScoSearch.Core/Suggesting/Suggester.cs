using ScoSearch.Core.Variants;
using ScoSearch.Lucene.Analysis.Folding;

namespace ScoSearch.Core.Suggesting;

/// <summary>Completes what is typed from the vocabulary of one snapshot. Thread-safe.</summary>
/// <remarks>
/// Entries that begin with the characters or are read like the letters typed so far, the most useful first; where there are
/// too few, those whose syllables begin with the letters. When nothing begins like the whole text, its last part is completed.
/// </remarks>
internal sealed class Suggester
{
    // Ways to cut letters into syllables that are tried: xian is xian and xi'an.
    private const int MaxReadings = 16;

    private readonly PinyinIndex _index;

    // What is suggested first: words of the user dictionary, then what stands in more paragraphs.
    private readonly float[] _weights;

    public Suggester(PinyinIndex index)
    {
        _index = index;
        _weights = [.. index.Vocabulary.Entries.Select(WeightOf)];
    }

    /// <summary>The most useful completions, best first.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="limit">How many at most.</param>
    public List<Suggestion> Complete(string text, int limit)
    {
        string typed = text.TrimStart();
        List<Suggestion> whole = CompleteWhole(typed, limit);
        int blank = typed.LastIndexOfAny([' ', '\u3000', '\t']);
        if (whole.Count > 0 || blank < 0)
        {
            return whole;
        }

        string head = typed[..(blank + 1)];
        return [.. CompleteWhole(typed[(blank + 1)..], limit).Select(last => last with { Text = head + last.Text })];
    }

    private List<Suggestion> CompleteWhole(string text, int limit)
    {
        string typed = TextFolder.All.Fold(text);
        if (typed.Length == 0)
        {
            return [];
        }

        BestEntries best = new(limit);
        OfferRows(best, _index.Vocabulary.ByKey, _index.Vocabulary.ByKey.Find(typed));
        TypedPinyin? pinyin = TypedPinyin.Read(text);
        if (pinyin is not null)
        {
            int readings = 0;
            OfferReadings(best, pinyin, 0, "", ref readings);
        }

        List<int> entries = [.. best.Take()];
        if (pinyin is not null && entries.Count < limit)
        {
            BestEntries initials = new(limit);
            OfferRows(initials, _index.Initials, _index.Initials.Find(pinyin.Letters));
            entries = [.. entries.Concat(initials.Take()).Distinct().Take(limit)];
        }

        return [.. entries.Select(Describe)];
    }

    // Each way to cut the letters into syllables; the last one may be unfinished.
    private void OfferReadings(BestEntries best, TypedPinyin typed, int at, string key, ref int readings)
    {
        if (at == typed.Letters.Length || readings >= MaxReadings)
        {
            return;
        }

        if (typed.IsLastPart(at))
        {
            readings++;
            (char first, char last) = PinyinTable.Instance.FindPrefix(typed.Letters.AsSpan(at));
            (int from, _) = _index.Readings.Find(key + first);
            (_, int to) = _index.Readings.Find(key + last);
            OfferRows(best, _index.Readings, (from, to));
        }

        foreach ((char syllable, int end) in typed.SyllablesAt(at))
        {
            string longer = key + syllable;
            (int from, int to) = _index.Readings.Find(longer);
            if (from < to)
            {
                OfferReadings(best, typed, end, longer, ref readings);
            }
        }
    }

    private void OfferRows(BestEntries best, PrefixTable table, (int From, int To) rows)
    {
        for (int row = rows.From; row < rows.To; row++)
        {
            int entry = table.EntryAt(row);
            best.Offer(entry, _weights[entry]);
        }
    }

    private Suggestion Describe(int entry)
    {
        VocabularyEntry found = _index.Vocabulary.Entries[entry];
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
