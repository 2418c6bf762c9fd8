using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>Words of the user that win over the statistical cut. Immutable; safe to share between threads.</summary>
/// <remarks>
/// <para>
/// Matching: width and the case of ASCII letters do not count (<c>Ｃ5+1</c> is found by <c>c5+1</c>); white space
/// between two Han characters of the text is passed over as the HMM segmenter does; white space inside a word stands
/// for any run of white space. A match neither begins nor ends inside a run of letters or a run of digits: <c>5G网络</c>
/// is not found in <c>15G网络</c>. Words are found within one sentence of one window.
/// </para>
/// <para>
/// Overlaps: of all matches in a sentence the longest (in characters of the word) is taken first, of equally long ones
/// the one with the higher frequency, then the one that starts first; matches that overlap a taken one are dropped. The
/// rest of the sentence is cut by the HMM.
/// </para>
/// </remarks>
public sealed class UserDictionary
{
    /// <summary>Longest word, in UTF-16 units.</summary>
    public const int MaxWordLength = 128;

    /// <summary>Largest frequency.</summary>
    public const int MaxFrequency = 1_000_000_000;

    private readonly SortedDictionary<string, int> _words;
    private string? _fingerprint;

    private UserDictionary(SortedDictionary<string, int> words)
    {
        _words = words;
        Trie = new UserWordTrie(words);
    }

    /// <summary>A dictionary without words.</summary>
    public static UserDictionary Empty { get; } = new(new SortedDictionary<string, int>(StringComparer.Ordinal));

    /// <summary>Number of different words in matching form.</summary>
    public int Count => _words.Count;

    /// <summary>The words in matching form with their frequencies, in ordinal order.</summary>
    public IReadOnlyDictionary<string, int> Words => _words;

    /// <summary>
    /// SHA-256 over the words and frequencies in lower-case hexadecimal: equal for equal content, whatever the order or
    /// form of the source.
    /// </summary>
    /// <remarks>Computed when first asked for: a process that only searches once need not load the hash functions.</remarks>
    public string Fingerprint => _fingerprint ??= ComputeFingerprint(_words);

    /// <summary>The words for matching.</summary>
    internal UserWordTrie Trie { get; }

    /// <summary>Creates a dictionary of words without frequencies.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="FormatException">A word is empty, too long or holds a lone surrogate or control
    /// character.</exception>
    public static UserDictionary Create(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        SortedDictionary<string, int> entries = new(StringComparer.Ordinal);
        int number = 0;
        foreach (string word in words)
        {
            Add(entries, word, 0, ++number);
        }

        return new UserDictionary(entries);
    }

    /// <summary>
    /// Reads a dictionary: one word a line, optionally a TAB and a frequency; lines that start with <c>#</c> and blank
    /// lines do not count.
    /// </summary>
    /// <exception cref="ArgumentNullException">The reader is null.</exception>
    /// <exception cref="FormatException">A line is not of that form; the message names its number.</exception>
    public static UserDictionary Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        SortedDictionary<string, int> entries = new(StringComparer.Ordinal);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            string content = number == 1 ? line.TrimStart('\uFEFF') : line;
            if (string.IsNullOrWhiteSpace(content) || content.StartsWith('#'))
            {
                continue;
            }

            int tab = content.IndexOf('\t', StringComparison.Ordinal);
            string word = tab < 0 ? content : content[..tab];
            Add(entries, word, tab < 0 ? 0 : ParseFrequency(content[(tab + 1)..], number), number);
        }

        return new UserDictionary(entries);
    }

    /// <summary>Reads a UTF-8 file; see <see cref="Read(TextReader)"/>.</summary>
    /// <exception cref="ArgumentNullException">The path is null.</exception>
    /// <exception cref="FormatException">A line is not of that form, or the file is not UTF-8.</exception>
    public static UserDictionary Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using StreamReader reader = new(path, new UTF8Encoding(false, true));
        try
        {
            return Read(reader);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException($"{Path.GetFileName(path)} is not UTF-8", exception);
        }
    }

    /// <summary>
    /// The same words folded, for a chain that folds its text. Words that become equal keep the highest frequency.
    /// </summary>
    /// <exception cref="ArgumentNullException">The folder is null.</exception>
    public UserDictionary Fold(Folding.TextFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        SortedDictionary<string, int> entries = new(StringComparer.Ordinal);
        foreach ((string word, int frequency) in _words)
        {
            Add(entries, folder.Fold(word), frequency, 0);
        }

        return new UserDictionary(entries);
    }

    private static void Add(SortedDictionary<string, int> entries, string word, int frequency, int number)
    {
        string form = UserWordTrie.ToMatchingForm(word);
        string? fault = form.Length == 0 ? "no word"
            : form.Length > MaxWordLength ? $"a word of {form.Length} units; at most {MaxWordLength} are possible"
            : HasLoneSurrogate(form) ? "a lone surrogate"
            : form.Any(char.IsControl) ? "a control character"
            : null;
        if (fault is not null)
        {
            throw new FormatException($"line {number}: {fault}");
        }

        entries[form] = Math.Max(frequency, entries.GetValueOrDefault(form));
    }

    private static int ParseFrequency(string field, int number)
    {
        string digits = field.Trim();
        return int.TryParse(digits, System.Globalization.NumberStyles.None, null, out int frequency)
            && frequency <= MaxFrequency
            ? frequency
            : throw new FormatException(
                $"line {number}: the frequency must be a whole number from 0 to {MaxFrequency}");
    }

    private static bool HasLoneSurrogate(string word)
    {
        foreach (Rune rune in word.EnumerateRunes())
        {
            // Enumeration yields U+FFFD for a lone surrogate; a real one in the word is allowed.
            if (rune == Rune.ReplacementChar && !word.Contains('\uFFFD', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string ComputeFingerprint(SortedDictionary<string, int> words)
    {
        StringBuilder content = new();
        foreach ((string word, int frequency) in words)
        {
            content.Append(System.Globalization.CultureInfo.InvariantCulture, $"{word}\t{frequency}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }
}
