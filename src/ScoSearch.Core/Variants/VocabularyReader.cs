using System.Text;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Variants;

/// <summary>Collects the entries of a <see cref="Vocabulary"/>. Not thread-safe; used once.</summary>
internal sealed class VocabularyReader(IndexReader reader, ParagraphAnalysis analysis, int maxEntries)
{
    // Longer names and titles are nobody's to type.
    private const int MaxLength = 60;

    // Titles are in the stored fields, one block to unpack for each document.
    private const int MaxTitles = 50_000;

    private readonly Dictionary<string, VocabularyEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);

    /// <summary>Reads all that there is.</summary>
    public void Read(CancellationToken cancellation)
    {
        ReadWords(ParagraphFields.Words, static term => !IsLatin(term), cancellation);
        ReadWords(ParagraphFields.Grams, IsLatin, cancellation);
        AddUserWords();
        AddFacet(ParagraphFields.Author);
        AddFacet(ParagraphFields.Source);
        AddTitles(cancellation);
        AddWords();
    }

    /// <summary>The entries in the order of their keys.</summary>
    public VocabularyEntry[] Finish()
    {
        VocabularyEntry[] all = [.. _entries.Values];
        Array.Sort(all, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return all;
    }

    /// <summary>Whether a term begins with a letter or digit of a script with blanks between words.</summary>
    private static bool IsLatin(string term) =>
        GramElements.KindAt(term, 0, out _) == ElementKind.Run;

    // Words of letters are taken from the bigram field, where they are not cut to their stems.
    private void ReadWords(string field, Func<string, bool> isWanted, CancellationToken cancellation)
    {
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(field) is not { } terms)
            {
                continue;
            }

            TermsEnum all = terms.GetEnumerator();
            while (all.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
                string term = Encoding.UTF8.GetString(all.Term);
                if (term.Length is > 1 and <= MaxLength && isWanted(term))
                {
                    _words[term] = _words.GetValueOrDefault(term) + all.DocFreq;
                }
            }

            ForgetRareWords();
        }
    }

    private void ForgetRareWords()
    {
        for (int least = 1; _words.Count > 2 * maxEntries; least++)
        {
            foreach ((string word, int count) in _words)
            {
                if (count <= least)
                {
                    _words.Remove(word);
                }
            }
        }
    }

    private void AddUserWords()
    {
        foreach (UserWord word in analysis.Dictionaries.Words.Words)
        {
            string key = TextFolder.All.Fold(word.Text);
            if (_words.TryGetValue(key, out int count) && count > 0)
            {
                Add(word.Text, key, VocabularyKind.Term, count);
            }
        }
    }

    private void AddFacet(string field)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetSortedDocValues(field) is not { } values)
            {
                continue;
            }

            int[] ords = CountOrds(leaf.Reader, values, static (_, _) => { });
            for (int ord = 0; ord < ords.Length; ord++)
            {
                if (ords[ord] > 0)
                {
                    string value = Encoding.UTF8.GetString(values.LookupOrd(ord));
                    counts[value] = counts.GetValueOrDefault(value) + ords[ord];
                }
            }
        }

        foreach ((string value, int count) in counts)
        {
            Add(value, VocabularyKind.Name, count);
        }
    }

    private void AddTitles(CancellationToken cancellation)
    {
        HashSet<string> wanted = new([ParagraphFields.Title], StringComparer.Ordinal);
        int titles = 0;
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetSortedDocValues(ParagraphFields.Document) is not { } documents)
            {
                continue;
            }

            List<(int Doc, int Ord)> firsts = [];
            int[] counts = CountOrds(leaf.Reader, documents, (doc, ord) => firsts.Add((doc, ord)));
            foreach ((int doc, int ord) in firsts)
            {
                cancellation.ThrowIfCancellationRequested();
                if (titles++ == MaxTitles)
                {
                    return;
                }

                DocumentStoredFieldVisitor stored = new(wanted);
                leaf.Reader.VisitStoredFields(doc, stored);
                if (stored.Document.Get(ParagraphFields.Title) is { } title)
                {
                    Add(title, VocabularyKind.Title, counts[ord]);
                }
            }
        }
    }

    // Live paragraphs by value; told the first one of each.
    private static int[] CountOrds(LeafReader segment, SortedDocValues values, Action<int, int> first)
    {
        int[] counts = new int[values.ValueCount];
        for (int doc = values.NextDoc(); doc != DocIdCursor.Exhausted; doc = values.NextDoc())
        {
            if (segment.LiveDocs?.IsLive(doc) != false && counts[values.OrdValue]++ == 0)
            {
                first(doc, values.OrdValue);
            }
        }

        return counts;
    }

    private void AddWords()
    {
        IEnumerable<KeyValuePair<string, int>> words = _words;
        int room = maxEntries - _entries.Count;
        if (_words.Count > room)
        {
            words = _words.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(Math.Max(0, room));
        }

        foreach ((string word, int count) in words)
        {
            Add(word, word, VocabularyKind.Word, count);
        }
    }

    private void Add(string text, VocabularyKind kind, int count)
    {
        string shown = text.Trim();
        if (shown.Length is > 1 and <= MaxLength && _entries.Count < maxEntries)
        {
            Add(shown, TextFolder.All.Fold(shown), kind, count);
        }
    }

    private void Add(string text, string key, VocabularyKind kind, int count)
    {
        if (!_entries.TryGetValue(key, out VocabularyEntry known))
        {
            _entries.Add(key, new VocabularyEntry(text, key, kind, count));
        }
        else if (known.Kind == kind)
        {
            _entries[key] = known with { Count = known.Count + count };
        }
    }
}
