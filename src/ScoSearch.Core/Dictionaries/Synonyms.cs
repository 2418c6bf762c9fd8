using System.Text;

namespace ScoSearch.Core.Dictionaries;

/// <summary>The entries of <c>synonyms.txt</c>. Immutable; safe to share.</summary>
/// <remarks>
/// <para>UTF-8, one set a line: <c>a = b = c</c> are equivalent in every direction, <c>a =&gt; b, c</c> widens a search for
/// <c>a</c> only. Blanks around <c>=</c>, <c>=&gt;</c> and <c>,</c> do not count; an entry may be of several words, in any
/// script and case. An entry belongs to one <c>=</c> set at most and stands at the left of one <c>=&gt;</c> at most.</para>
/// <para>The fingerprint does not depend on the order of lines, on comments or on blank lines.</para>
/// </remarks>
public sealed class Synonyms
{
    private readonly Dictionary<string, IReadOnlyList<string>> _byEntry;

    private Synonyms(List<SynonymSet> sets, List<SynonymExpansion> expansions)
    {
        Sets = sets;
        Expansions = expansions;
        _byEntry = BuildLookup(sets, expansions);
        Fingerprint = ComputeFingerprint(sets, expansions);
    }

    /// <summary>No synonyms.</summary>
    public static Synonyms Empty { get; } = new([], []);

    /// <summary>Sets of equivalent entries, in the order of the file.</summary>
    public IReadOnlyList<SynonymSet> Sets { get; }

    /// <summary>One-way entries, in the order of the file.</summary>
    public IReadOnlyList<SynonymExpansion> Expansions { get; }

    /// <summary>Entries that have synonyms, in lower case with single blanks. In no particular order.</summary>
    public IReadOnlyCollection<string> Keys => _byEntry.Keys;

    /// <summary>Changes when, and only when, entries change: 16 hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>What a search for an entry finds besides the entry itself.</summary>
    /// <param name="entry">The entry, in any case and with any white space between its words.</param>
    /// <returns>The others as written, equivalents first; empty when there are none.</returns>
    public IReadOnlyList<string> Of(string entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _byEntry.TryGetValue(KeyOf(entry), out IReadOnlyList<string>? others) ? others : [];
    }

    /// <summary>Reads a file; a file that does not exist holds no synonyms.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="DictionaryFormatException">A line cannot be used.</exception>
    /// <exception cref="Documents.DocumentReadException">The file cannot be read or is too large.</exception>
    public static Synonyms Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return DictionaryFile.ReadText(path) is string text ? Parse(text, path) : Empty;
    }

    /// <summary>Reads synonyms from text.</summary>
    /// <param name="text">Lines as in the file.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="DictionaryFormatException">A line cannot be used.</exception>
    public static Synonyms Parse(string text, string name = "synonyms.txt")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        SynonymParser parser = new(name);
        parser.Read(text);
        return new Synonyms(parser.Sets, parser.Expansions);
    }

    /// <summary>The form in which entries are compared: lower case, one blank between words.</summary>
    internal static string KeyOf(string entry) =>
        string.Join(' ', entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static Dictionary<string, IReadOnlyList<string>> BuildLookup(
        List<SynonymSet> sets, List<SynonymExpansion> expansions)
    {
        Dictionary<string, List<string>> all = new(StringComparer.Ordinal);
        foreach (SynonymSet set in sets)
        {
            foreach (string entry in set.Entries)
            {
                all[KeyOf(entry)] = [.. set.Entries.Where(other => !ReferenceEquals(other, entry))];
            }
        }

        foreach (SynonymExpansion expansion in expansions)
        {
            string key = KeyOf(expansion.From);
            if (!all.TryGetValue(key, out List<string>? others))
            {
                all.Add(key, others = []);
            }

            others.AddRange(expansion.To.Where(to => !others.Contains(to, StringComparer.Ordinal)));
        }

        return all.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)e.Value, StringComparer.Ordinal);
    }

    private static string ComputeFingerprint(List<SynonymSet> sets, List<SynonymExpansion> expansions)
    {
        IEnumerable<string> lines = sets.Select(s => string.Join('=', s.Entries.Select(KeyOf).Order(StringComparer.Ordinal)))
            .Concat(expansions.Select(e =>
                KeyOf(e.From) + "=>" + string.Join(',', e.To.Select(KeyOf).Order(StringComparer.Ordinal))));
        StringBuilder all = new();
        foreach (string line in lines.Order(StringComparer.Ordinal))
        {
            all.Append(line).Append('\n');
        }

        return DictionaryFingerprint.Of(all.ToString());
    }
}
