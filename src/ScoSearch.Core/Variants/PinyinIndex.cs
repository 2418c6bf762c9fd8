namespace ScoSearch.Core.Variants;

/// <summary>The entries of a <see cref="Variants.Vocabulary"/> by how they are read. Immutable; thread-safe.</summary>
internal sealed class PinyinIndex
{
    public PinyinIndex(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        List<(string, int)> readings = [];
        List<(string, int)> initials = [];
        for (int entry = 0; entry < vocabulary.Entries.Length; entry++)
        {
            List<string> keys = PinyinReader.Read(vocabulary.Entries[entry].Key);
            readings.AddRange(keys.Select(key => (key, entry)));
            if (keys.Count > 0)
            {
                initials.Add((PinyinReader.InitialsOf(keys[0]), entry));
            }
        }

        Readings = PrefixTable.Create(readings);
        Initials = PrefixTable.Create(initials);
    }

    /// <summary>The entries.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Entries by syllables of <see cref="PinyinTable"/>; several rows for an entry with several readings.</summary>
    public PrefixTable Readings { get; }

    /// <summary>Entries by the first letters of their likeliest reading.</summary>
    public PrefixTable Initials { get; }
}
