namespace ScoSearch.Lucene.Store;

/// <summary>A sound index uses a feature that this library refuses rather than ignores, such as soft deletes.</summary>
public sealed class UnsupportedIndexFeatureException : NotSupportedException
{
    /// <summary>Creates the exception from a message alone.</summary>
    public UnsupportedIndexFeatureException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception from a message and its cause.</summary>
    public UnsupportedIndexFeatureException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without details.</summary>
    public UnsupportedIndexFeatureException() : base("The index uses a feature that is not supported.")
    {
    }

    /// <summary>Creates the exception for one feature met in one file.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="feature">What is not supported, with the value found, such as <c>index sorting (2 sort fields)</c>.</param>
    public UnsupportedIndexFeatureException(string file, string feature)
        : base($"{file} uses {feature}, which this library does not support.")
    {
        File = file;
        Feature = feature;
    }

    /// <summary>Name of the file, when known.</summary>
    public string? File { get; }

    /// <summary>The feature, when known.</summary>
    public string? Feature { get; }
}
