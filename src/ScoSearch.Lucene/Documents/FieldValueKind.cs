namespace ScoSearch.Lucene.Documents;

/// <summary>What a <see cref="Field"/> holds.</summary>
public enum FieldValueKind
{
    /// <summary>Text in UTF-16.</summary>
    Text,

    /// <summary>A byte string.</summary>
    Bytes,

    /// <summary>A 32-bit integer.</summary>
    Int32,

    /// <summary>A 64-bit integer.</summary>
    Int64,

    /// <summary>A 32-bit floating-point number.</summary>
    Single,

    /// <summary>A 64-bit floating-point number.</summary>
    Double,

    /// <summary>Tokens that were made elsewhere.</summary>
    TokenStream,
}
