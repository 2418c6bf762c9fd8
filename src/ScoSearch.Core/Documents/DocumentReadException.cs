namespace ScoSearch.Core.Documents;

/// <summary>A document could not be read. The message names file, cause and limit, never document text.</summary>
public sealed class DocumentReadException : Exception
{
    /// <summary>Creates an exception without details.</summary>
    public DocumentReadException()
        : this(DocumentReadError.Malformed, null, "the document cannot be read")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">What happened.</param>
    public DocumentReadException(string message)
        : this(DocumentReadError.Malformed, null, message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public DocumentReadException(string message, Exception innerException)
        : this(DocumentReadError.Malformed, null, message, innerException)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="error">The kind of failure.</param>
    /// <param name="document">Path or id of the document, or null.</param>
    /// <param name="message">What happened; the document is put in front.</param>
    /// <param name="innerException">The cause, or null.</param>
    public DocumentReadException(
        DocumentReadError error, string? document, string message, Exception? innerException = null)
        : base(document is null ? message : $"{document}: {message}", innerException)
    {
        Error = error;
        Document = document;
    }

    /// <summary>The kind of failure.</summary>
    public DocumentReadError Error { get; }

    /// <summary>Path or id of the document, or null.</summary>
    public string? Document { get; }
}
