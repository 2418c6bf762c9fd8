using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Documents;

/// <summary>A value that is one term as it stands, without frequencies and norms: identifiers, dates,
/// categories.</summary>
public sealed class StringField : Field
{
    /// <summary>Indexed, not stored.</summary>
    public static FieldType TypeNotStored { get; } = new() { IndexOptions = IndexOptions.Docs, IsTokenized = false, OmitNorms = true };

    /// <summary>Indexed and stored.</summary>
    public static FieldType TypeStored { get; } = TypeNotStored with { IsStored = true };

    /// <summary>Creates the field. At most 32766 bytes of UTF-8, checked when the document is added.</summary>
    public StringField(string name, string value, bool stored = false) : base(
        name, value, stored ? TypeStored : TypeNotStored)
    {
    }

    /// <summary>Creates the field from bytes, which are not copied. At most 32766, checked when the document is
    /// added.</summary>
    public StringField(string name, ReadOnlyMemory<byte> value, bool stored = false) : base(
        name, value, stored ? TypeStored : TypeNotStored)
    {
    }
}
