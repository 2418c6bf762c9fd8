namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>How stored fields are compressed.</summary>
public enum StoredFieldsMode
{
    /// <summary>LZ4 with preset dictionary, chunks of 600 kB: the default.</summary>
    BestSpeed,

    /// <summary>DEFLATE with preset dictionary, chunks of 480 kB.</summary>
    BestCompression,
}
