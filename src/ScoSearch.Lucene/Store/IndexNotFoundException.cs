using System.IO;

namespace ScoSearch.Lucene.Store;

/// <summary>A directory holds no index: no commit file was found in it.</summary>
public sealed class IndexNotFoundException : IOException
{
    /// <summary>Creates the exception.</summary>
    public IndexNotFoundException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public IndexNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without details.</summary>
    public IndexNotFoundException() : base("The directory holds no index.")
    {
    }
}
