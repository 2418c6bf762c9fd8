using System.Globalization;
using System.IO;
using System.Text;

namespace ScoSearch.Core.Dictionaries;

/// <summary>The words of <c>words.txt</c>: names and terms that the analysis keeps whole. Immutable; safe to share.</summary>
/// <remarks>
/// UTF-8, one word a line, optionally a tab and a frequency; lines that begin with <c>#</c> are comments. A word holds no
/// white space. The fingerprint does not depend on the order of lines, on comments or on blank lines.
/// </remarks>
public sealed class UserWords
{
    private readonly Dictionary<string, UserWord> _byText;

    private UserWords(List<UserWord> words)
    {
        words.Sort(static (a, b) => string.CompareOrdinal(a.Text, b.Text));
        Words = words;
        _byText = words.ToDictionary(w => w.Text, StringComparer.Ordinal);
        Fingerprint = ComputeFingerprint(words);
    }

    /// <summary>No words.</summary>
    public static UserWords Empty { get; } = new([]);

    /// <summary>The words in ordinal order.</summary>
    public IReadOnlyList<UserWord> Words { get; }

    /// <summary>Changes when, and only when, words or frequencies change: 16 hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>Whether a word is in the dictionary, exactly as written.</summary>
    /// <param name="word">The word.</param>
    public bool Contains(string word) => _byText.ContainsKey(word);

    /// <summary>Reads a file; a file that does not exist holds no words.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="DictionaryFormatException">A line cannot be used.</exception>
    /// <exception cref="Documents.DocumentReadException">The file cannot be read or is too large.</exception>
    public static UserWords Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return DictionaryFile.ReadText(path) is string text ? Parse(text, path) : Empty;
    }

    /// <summary>Reads words from text.</summary>
    /// <param name="text">Lines as in the file.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="DictionaryFormatException">A line cannot be used.</exception>
    public static UserWords Parse(string text, string name = "words.txt")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        DictionaryFile file = new(name);
        Dictionary<string, int> lineOf = new(StringComparer.Ordinal);
        List<UserWord> words = [];
        foreach ((int number, string line) in file.Entries(text))
        {
            if (ReadLine(file, number, line) is not UserWord word)
            {
                continue;
            }

            if (lineOf.TryGetValue(word.Text, out int earlier))
            {
                file.Report(number, DictionaryProblemKind.Duplicate, word.Text, earlier);
                continue;
            }

            lineOf.Add(word.Text, number);
            words.Add(word);
        }

        file.ThrowIfBad();
        return new UserWords(words);
    }

    /// <summary>Whether a text can stand as a word in the file.</summary>
    /// <param name="word">The word.</param>
    public static bool IsValid(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length is > 0 and <= DictionaryLimits.MaxEntryLength && word[0] != '#' && !HasBadCharacter(word);
    }

    /// <summary>These words and one more; this object when it is there already, whatever its frequency.</summary>
    /// <param name="word">The word.</param>
    /// <exception cref="ArgumentException">The word cannot stand in a dictionary.</exception>
    public UserWords With(UserWord word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (!IsValid(word.Text) || word.Frequency is < 1 or > DictionaryLimits.MaxFrequency)
        {
            throw new ArgumentException("a word has no blanks, at most 100 characters, and a positive frequency", nameof(word));
        }

        return Contains(word.Text) ? this : new UserWords([.. Words, word]);
    }

    /// <summary>These words without one; this object when it is not there.</summary>
    /// <param name="word">The word, exactly as written.</param>
    public UserWords Without(string word) =>
        Contains(word) ? new UserWords([.. Words.Where(other => other.Text != word)]) : this;

    /// <summary>Appends a word to a file, creating the file if need be. The file is replaced in one step.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="word">The word.</param>
    /// <returns>False when the word was there already; the file is then untouched.</returns>
    /// <exception cref="ArgumentException">The word cannot stand in a dictionary.</exception>
    /// <exception cref="DictionaryFormatException">The file has lines that cannot be used.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static bool Append(string path, UserWord word)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(word);
        string text = DictionaryFile.ReadText(path) ?? "";
        UserWords words = Parse(text, path);
        if (ReferenceEquals(words.With(word), words))
        {
            return false;
        }

        string line = word.Frequency is int frequency
            ? string.Create(CultureInfo.InvariantCulture, $"{word.Text}\t{frequency}\n")
            : word.Text + "\n";
        string separator = text.Length == 0 || text.EndsWith('\n') ? "" : "\n";
        DictionaryFile.Replace(path, text + separator + line);
        return true;
    }

    /// <summary>Removes the line of a word from a file; comments and other lines stay. The file is replaced in one step.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="word">The word, exactly as written.</param>
    /// <returns>False when the word was not there; the file is then untouched.</returns>
    /// <exception cref="DictionaryFormatException">The file has lines that cannot be used.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static bool Remove(string path, string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(word);
        string text = DictionaryFile.ReadText(path) ?? "";
        if (!Parse(text, path).Contains(word))
        {
            return false;
        }

        DictionaryFile.Replace(path, string.Join('\n', text.Split('\n').Where(line => line.Split('\t')[0].Trim() != word)));
        return true;
    }

    private static UserWord? ReadLine(DictionaryFile file, int number, string line)
    {
        int tab = line.IndexOf('\t', StringComparison.Ordinal);
        string word = (tab < 0 ? line : line[..tab]).Trim();
        if (word.Length > DictionaryLimits.MaxEntryLength)
        {
            file.Report(number, DictionaryProblemKind.TooLong, word);
            return null;
        }

        if (HasBadCharacter(word))
        {
            file.Report(number, DictionaryProblemKind.BadCharacter, word);
            return null;
        }

        if (tab < 0)
        {
            return new UserWord(word, null);
        }

        string digits = line[(tab + 1)..].Trim();
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int frequency)
            && frequency is >= 1 and <= DictionaryLimits.MaxFrequency)
        {
            return new UserWord(word, frequency);
        }

        file.Report(number, DictionaryProblemKind.BadFrequency, digits);
        return null;
    }

    private static bool HasBadCharacter(string word) => word.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static string ComputeFingerprint(List<UserWord> words)
    {
        StringBuilder all = new();
        foreach (UserWord word in words)
        {
            all.Append(word.Text).Append('\t').Append(CultureInfo.InvariantCulture, $"{word.Frequency}").Append('\n');
        }

        return DictionaryFingerprint.Of(all.ToString());
    }
}
