using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Variants;

/// <summary>
/// Words, names and titles of one snapshot, for completing what is typed and for finding what was meant. Immutable; thread-safe.
/// </summary>
/// <remarks>At most <see cref="MaxEntries"/> entries, about 150 bytes each: the rarest words are left out of larger indexes.</remarks>
internal sealed class Vocabulary
{
    /// <summary>Most entries; bounds memory whatever the index holds.</summary>
    public const int MaxEntries = 250_000;

    private Vocabulary(VocabularyEntry[] entries)
    {
        Entries = entries;
        ByKey = PrefixTable.Create(entries.Length, i => entries[i].Key);
    }

    /// <summary>The entries; each key once.</summary>
    public VocabularyEntry[] Entries { get; }

    /// <summary>Entries by key.</summary>
    public PrefixTable ByKey { get; }

    /// <summary>Reads the vocabulary of a snapshot: every word of the texts once, and the title of every document.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Vocabulary Read(IndexReader reader, ParagraphAnalysis analysis, CancellationToken cancellation)
    {
        VocabularyReader entries = new(reader, analysis, MaxEntries);
        entries.Read(cancellation);
        return new Vocabulary(entries.Finish());
    }

    /// <summary>The entry with a key, or null.</summary>
    public VocabularyEntry? Find(string key)
    {
        (int from, int to) = ByKey.Find(key);
        return from < to && ByKey.KeyAt(from).SequenceEqual(key) ? Entries[ByKey.EntryAt(from)] : null;
    }
}
