namespace ScoSearch.Core.Dictionaries;

/// <summary>Reads the lines of a synonym file. Not thread-safe; used once.</summary>
internal sealed class SynonymParser(string name)
{
    private readonly DictionaryFile _file = new(name);

    // Line in which an entry stands: in a set of equivalents, or at the left of an arrow.
    private readonly Dictionary<string, int> _lineOfSetEntry = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lineOfExpansion = new(StringComparer.Ordinal);

    public List<SynonymSet> Sets { get; } = [];

    public List<SynonymExpansion> Expansions { get; } = [];

    /// <exception cref="DictionaryFormatException">A line cannot be used.</exception>
    public void Read(string text)
    {
        foreach ((int number, string line) in _file.Entries(text))
        {
            string[] sides = line.Split("=>", StringSplitOptions.TrimEntries);
            if (sides.Length > 2 || (sides.Length == 2 && line.Replace("=>", "", StringComparison.Ordinal).Contains('=')))
            {
                _file.Report(number, DictionaryProblemKind.BadSeparator, "");
            }
            else if (sides.Length == 2)
            {
                ReadExpansion(number, sides[0], sides[1]);
            }
            else
            {
                ReadSet(number, line);
            }
        }

        _file.ThrowIfBad();
    }

    private void ReadSet(int number, string line)
    {
        string[] entries = line.Split('=', StringSplitOptions.TrimEntries);
        if (entries.Length < 2)
        {
            _file.Report(number, DictionaryProblemKind.BadSeparator, "");
            return;
        }

        bool good = true;
        foreach (string entry in entries)
        {
            good &= Check(number, entry) && Claim(_lineOfSetEntry, number, entry);
        }

        if (good)
        {
            Sets.Add(new SynonymSet(entries));
        }
    }

    private void ReadExpansion(int number, string from, string to)
    {
        string[] targets = to.Split(',', StringSplitOptions.TrimEntries);
        bool good = Check(number, from) && Claim(_lineOfExpansion, number, from);
        HashSet<string> seen = new(StringComparer.Ordinal) { Synonyms.KeyOf(from) };
        foreach (string target in targets)
        {
            good &= Check(number, target);
            if (target.Length > 0 && !seen.Add(Synonyms.KeyOf(target)))
            {
                _file.Report(number, DictionaryProblemKind.Duplicate, target, number);
                good = false;
            }
        }

        if (good)
        {
            Expansions.Add(new SynonymExpansion(from, targets));
        }
    }

    private bool Check(int number, string entry)
    {
        DictionaryProblemKind? problem = entry.Length == 0 ? DictionaryProblemKind.EmptyEntry
            : entry.Length > DictionaryLimits.MaxEntryLength ? DictionaryProblemKind.TooLong
            : entry.Any(char.IsControl) ? DictionaryProblemKind.BadCharacter
            : null;
        if (problem is DictionaryProblemKind kind)
        {
            _file.Report(number, kind, entry);
        }

        return problem is null;
    }

    private bool Claim(Dictionary<string, int> lines, int number, string entry)
    {
        string key = Synonyms.KeyOf(entry);
        if (lines.TryAdd(key, number))
        {
            return true;
        }

        _file.Report(number, DictionaryProblemKind.Duplicate, entry, lines[key]);
        return false;
    }
}
