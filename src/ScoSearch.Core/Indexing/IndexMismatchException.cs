namespace ScoSearch.Core.Indexing;

/// <summary>
/// An index was built with another schema, analysis or dictionary than it is opened with. The message names the command
/// that builds it anew.
/// </summary>
public sealed class IndexMismatchException : Exception
{
    /// <summary>Creates an exception without details.</summary>
    public IndexMismatchException()
        : this("the index was built with other settings; run: scosearch index --rebuild")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">What differs.</param>
    public IndexMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">What differs.</param>
    /// <param name="innerException">The cause.</param>
    public IndexMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="mismatch">What differs.</param>
    /// <param name="indexPath">Where the index is.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="found">What the index says, or null when it says nothing.</param>
    public IndexMismatchException(IndexMismatch mismatch, string indexPath, string expected, string? found)
        : base($"{Describe(mismatch, indexPath)} (expected {expected}, found {found ?? "nothing"}); "
            + "build it anew with: scosearch index --rebuild")
    {
        Mismatch = mismatch;
        IndexPath = indexPath;
    }

    /// <summary>What differs.</summary>
    public IndexMismatch Mismatch { get; }

    /// <summary>Where the index is, or null.</summary>
    public string? IndexPath { get; }

    private static string Describe(IndexMismatch mismatch, string path) => mismatch switch
    {
        IndexMismatch.NotScoSearch => $"the index '{path}' was not made by ScoSearch",
        IndexMismatch.Schema => $"the index '{path}' has another version of the fields",
        IndexMismatch.Analysis => $"the index '{path}' was built with another version of the text analysis",
        IndexMismatch.Words => $"the index '{path}' was built with other user words",
        _ => $"the index '{path}' was built with other synonyms",
    };
}
