namespace ScoSearch.Lucene.Index;

/// <summary>Receives the stored fields of a document in the order they were added. Values not overridden are
/// ignored.</summary>
public abstract class StoredFieldVisitor
{
    /// <summary>Whether the value that comes next is wanted.</summary>
    public abstract StoredFieldAction Decide(FieldInfo field);

    /// <summary>A string, as UTF-8; the bytes are valid during the call only.</summary>
    public virtual void VisitString(FieldInfo field, ReadOnlySpan<byte> utf8)
    {
    }

    /// <summary>A byte string, valid during the call only.</summary>
    public virtual void VisitBytes(FieldInfo field, ReadOnlySpan<byte> value)
    {
    }

    /// <summary>A 32-bit integer.</summary>
    public virtual void VisitInt32(FieldInfo field, int value)
    {
    }

    /// <summary>A 64-bit integer.</summary>
    public virtual void VisitInt64(FieldInfo field, long value)
    {
    }

    /// <summary>A 32-bit floating-point number.</summary>
    public virtual void VisitSingle(FieldInfo field, float value)
    {
    }

    /// <summary>A 64-bit floating-point number.</summary>
    public virtual void VisitDouble(FieldInfo field, double value)
    {
    }
}
