using System.IO;

namespace ScoSearch.Lucene.Store;

/// <summary>The write lock of an index is held by another writer, in this or another process.</summary>
public sealed class LockObtainFailedException : IOException
{
    /// <summary>Creates the exception.</summary>
    public LockObtainFailedException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public LockObtainFailedException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without details.</summary>
    public LockObtainFailedException() : base("The index is locked by another writer.")
    {
    }
}
