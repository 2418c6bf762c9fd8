using System.IO;

namespace ScoSearch.Lucene.Store;

/// <summary>A file does not hold the bytes its format promises.</summary>
/// <remarks>The message names the file, the byte offset, what was expected and what was found; never document text.</remarks>
public class CorruptIndexException : IOException
{
    /// <summary>Creates the exception from a message alone.</summary>
    public CorruptIndexException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception from a message and its cause.</summary>
    public CorruptIndexException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without details.</summary>
    public CorruptIndexException() : base("The index is damaged.")
    {
    }

    /// <summary>Creates the exception for one place in one file.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="offset">Byte offset in the file, or -1 when no single place can be named.</param>
    /// <param name="expected">What the format asks for.</param>
    /// <param name="found">What stands there.</param>
    public CorruptIndexException(string file, long offset, string expected, string found)
        : base(FormattableString.Invariant($"{file} is damaged at byte {offset}: expected {expected}, found {found}."))
    {
        File = file;
        Offset = offset;
    }

    /// <summary>Name of the damaged file, when known.</summary>
    public string? File { get; }

    /// <summary>Byte offset of the damage, or -1 when unknown.</summary>
    public long Offset { get; } = -1;
}
