using System.IO;
using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Dictionaries;

/// <summary>Reads the lines of a dictionary file that hold entries, and collects what is wrong. Not thread-safe.</summary>
internal sealed class DictionaryFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<DictionaryProblem> _problems = [];

    public DictionaryFile(string name) => Name = name;

    /// <summary>Name for messages.</summary>
    public string Name { get; }

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyList<DictionaryProblem> Problems => _problems;

    /// <summary>The text of a file, or null when there is none.</summary>
    /// <exception cref="DictionaryFormatException">The file is not UTF-8.</exception>
    /// <exception cref="DocumentReadException">The file cannot be read or is too large.</exception>
    public static string? ReadText(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] content = SourceDocument.ReadLimited(path, DictionaryLimits.MaxFileSizeInBytes);
        try
        {
            return StrictUtf8.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new DictionaryFormatException([new DictionaryProblem(path, 0, DictionaryProblemKind.NotUtf8, "")]);
        }
    }

    /// <summary>Writes a file in one step: a crash leaves the old one or the new one.</summary>
    public static void Replace(string path, string text)
    {
        string temporary = path + ".tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The lines that are neither blank nor comments, trimmed, with their numbers from 1.</summary>
    public IEnumerable<(int Number, string Line)> Entries(string text)
    {
        int number = 0;
        int entries = 0;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (++entries > DictionaryLimits.MaxEntries)
            {
                Report(number, DictionaryProblemKind.TooMany, "");
                yield break;
            }

            if (_problems.Count >= DictionaryLimits.MaxProblems)
            {
                yield break;
            }

            yield return (number, line);
        }
    }

    /// <summary>Records a problem.</summary>
    public void Report(int line, DictionaryProblemKind kind, string entry, int other = 0) =>
        _problems.Add(new DictionaryProblem(Name, line, kind, Shorten(entry), other));

    /// <summary>Throws when there were problems.</summary>
    public void ThrowIfBad()
    {
        if (_problems.Count > 0)
        {
            throw new DictionaryFormatException(_problems);
        }
    }

    private static string Shorten(string entry) =>
        entry.Length <= DictionaryLimits.MaxEntryLength ? entry : entry[..20] + "…";
}
