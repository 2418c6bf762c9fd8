namespace ScoSearch.Core.Searching;

/// <summary>How a snippet is written.</summary>
public enum SnippetFormat
{
    /// <summary>HTML: the text is escaped, the tags are not.</summary>
    Html,

    /// <summary>Plain text: nothing is escaped.</summary>
    Text,
}
