using System.IO;

namespace ScoSearch.Lucene.Index;

/// <summary>A merge of segments failed. Nothing is lost: the segments stay as they were, and the writer can go
/// on.</summary>
public sealed class MergeException : IOException
{
    /// <summary>Creates the exception with its cause.</summary>
    public MergeException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception from a message alone.</summary>
    public MergeException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception without details.</summary>
    public MergeException() : base("A merge of segments failed.")
    {
    }
}
