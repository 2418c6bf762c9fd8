namespace ScoSearch.Lucene.Documents;

/// <summary>A value that can be read back but not searched.</summary>
public sealed class StoredField : Field
{
    /// <summary>Stored, not indexed.</summary>
    public static FieldType StoredType { get; } = new() { IsStored = true };

    /// <summary>Creates the field.</summary>
    public StoredField(string name, string value) : base(name, value, StoredType)
    {
    }

    /// <summary>Creates the field.</summary>
    public StoredField(string name, ReadOnlyMemory<char> value) : base(name, value, StoredType)
    {
    }

    /// <summary>Creates the field; the bytes are not copied.</summary>
    public StoredField(string name, ReadOnlyMemory<byte> value) : base(name, value, StoredType)
    {
    }

    /// <summary>Creates the field.</summary>
    public StoredField(string name, int value) : base(name, value, StoredType)
    {
    }

    /// <summary>Creates the field.</summary>
    public StoredField(string name, long value) : base(name, value, StoredType)
    {
    }

    /// <summary>Creates the field.</summary>
    public StoredField(string name, float value) : base(name, value, StoredType)
    {
    }

    /// <summary>Creates the field.</summary>
    public StoredField(string name, double value) : base(name, value, StoredType)
    {
    }
}
