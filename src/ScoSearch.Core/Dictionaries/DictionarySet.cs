using System.IO;

namespace ScoSearch.Core.Dictionaries;

/// <summary>The dictionaries an index is built and searched with: a snapshot of a folder. Immutable; safe to share.</summary>
/// <param name="Words">User words.</param>
/// <param name="Synonyms">Synonyms.</param>
public sealed record DictionarySet(UserWords Words, Synonyms Synonyms)
{
    /// <summary>Name of the file with user words.</summary>
    public const string WordsFileName = "words.txt";

    /// <summary>Name of the file with synonyms.</summary>
    public const string SynonymsFileName = "synonyms.txt";

    /// <summary>No words and no synonyms.</summary>
    public static DictionarySet Empty { get; } = new(UserWords.Empty, Synonyms.Empty);

    /// <summary>The folder it was read from, or null.</summary>
    public string? Folder { get; init; }

    /// <summary>Changes when, and only when, words or synonyms change.</summary>
    public string Fingerprint => $"{Words.Fingerprint}-{Synonyms.Fingerprint}";

    /// <summary>Reads <c>words.txt</c> and <c>synonyms.txt</c> of a folder; what is missing is empty.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="DictionaryFormatException">A line cannot be used.</exception>
    /// <exception cref="Documents.DocumentReadException">A file cannot be read or is too large.</exception>
    public static DictionarySet Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!System.IO.Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"no dictionary folder '{folder}'");
        }

        UserWords words = UserWords.Load(Path.Combine(folder, WordsFileName));
        Synonyms synonyms = Synonyms.Load(Path.Combine(folder, SynonymsFileName));
        return new DictionarySet(words, synonyms) { Folder = Path.GetFullPath(folder) };
    }

    /// <summary>
    /// The dictionaries of an index when nobody names them: the folder <c>dictionaries</c> beside the index folder, and
    /// nothing if it is not there.
    /// </summary>
    /// <param name="indexFolder">The index folder; need not exist.</param>
    /// <inheritdoc cref="Load"/>
    public static DictionarySet LoadBeside(string indexFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(indexFolder);
        string folder = FolderBeside(indexFolder);
        return System.IO.Directory.Exists(folder) ? Load(folder) : Empty;
    }

    /// <summary>Path of the folder <c>dictionaries</c> beside an index folder.</summary>
    /// <param name="indexFolder">The index folder; need not exist.</param>
    public static string FolderBeside(string indexFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(indexFolder);
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(indexFolder));
        return Path.Combine(Path.GetDirectoryName(full) ?? full, "dictionaries");
    }

    /// <summary>Reads the folder again.</summary>
    /// <returns>A new snapshot, or this one when nothing changed or it did not come from a folder.</returns>
    /// <inheritdoc cref="Load"/>
    public DictionarySet Reload()
    {
        if (Folder is null)
        {
            return this;
        }

        DictionarySet now = Load(Folder);
        return now.Fingerprint == Fingerprint ? this : now;
    }
}
