namespace ScoSearch.Core.Documents;

/// <summary>Where a metadata value comes from. Lower values win over higher ones.</summary>
public enum MetadataOrigin
{
    /// <summary>Given by the caller.</summary>
    Caller,

    /// <summary>The file <c>NAME.meta.json</c> beside the document.</summary>
    Sidecar,

    /// <summary>Front matter or a field inside the document (YAML front matter, JSON lines field).</summary>
    FrontMatter,

    /// <summary>Properties of the file format (HTML meta elements, Word or PDF properties).</summary>
    FileProperties,

    /// <summary>Read from the running text.</summary>
    Text,
}
