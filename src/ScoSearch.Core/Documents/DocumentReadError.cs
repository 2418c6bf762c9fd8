namespace ScoSearch.Core.Documents;

/// <summary>Why a document could not be read.</summary>
public enum DocumentReadError
{
    /// <summary>There is no such file.</summary>
    NotFound,

    /// <summary>The file is locked, or may not be read.</summary>
    Unreadable,

    /// <summary>The file, or what it unpacks to, is larger than the limit.</summary>
    TooLarge,

    /// <summary>No reader knows the format.</summary>
    UnknownFormat,

    /// <summary>The file is damaged, or is not what it says it is.</summary>
    Malformed,

    /// <summary>The encoding that was asked for does not exist.</summary>
    UnknownEncoding,

    /// <summary>The file is built to exhaust memory or time: archive bomb, entity bomb, endless nesting.</summary>
    Hostile,

    /// <summary>The file is encrypted.</summary>
    Encrypted,

    /// <summary>An external program that is needed is not installed.</summary>
    ToolMissing,

    /// <summary>An external program failed.</summary>
    ToolFailed,

    /// <summary>Reading took longer than the limit.</summary>
    TimedOut,

    /// <summary>There is no text in it: an empty file, or pages that are pictures only.</summary>
    NoText,
}
