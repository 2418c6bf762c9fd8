using System.IO;

namespace ScoSearch.Lucene.Store;

/// <summary>A file is written in a version of its format that this library does not read: too old or too new.</summary>
public sealed class IndexFormatVersionException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="found">Version in the file.</param>
    /// <param name="minimum">Lowest version that can be read.</param>
    /// <param name="maximum">Highest version that can be read.</param>
    public IndexFormatVersionException(string file, int found, int minimum, int maximum)
        : base(FormattableString.Invariant(
            $"{file} has format version {found}, which is too {(found < minimum ? "old" : "new")}; readable are {minimum} to {maximum}."))
    {
        File = file;
        Found = found;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>Version in the file.</summary>
    public int Found { get; }

    /// <summary>Lowest version that can be read.</summary>
    public int Minimum { get; }

    /// <summary>Highest version that can be read.</summary>
    public int Maximum { get; }
}
