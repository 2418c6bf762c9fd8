using System.Text;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Documents;

/// <summary>Collects stored fields into a <see cref="Document"/>: all of them, or those of some names. Not
/// thread-safe.</summary>
public sealed class DocumentStoredFieldVisitor : StoredFieldVisitor
{
    private readonly IReadOnlySet<string>? _names;

    /// <summary>Collects all fields.</summary>
    public DocumentStoredFieldVisitor()
    {
    }

    /// <summary>Collects the fields of these names.</summary>
    public DocumentStoredFieldVisitor(IReadOnlySet<string> names) => _names = names;

    /// <summary>What was collected.</summary>
    public Document Document { get; } = new();

    /// <inheritdoc/>
    public override StoredFieldAction Decide(FieldInfo field) =>
        _names is null || _names.Contains(field.Name) ? StoredFieldAction.Read : StoredFieldAction.Skip;

    /// <inheritdoc/>
    public override void VisitString(FieldInfo field, ReadOnlySpan<byte> utf8) =>
        Document.Add(new StoredField(field.Name, Encoding.UTF8.GetString(utf8)));

    /// <inheritdoc/>
    public override void VisitBytes(FieldInfo field, ReadOnlySpan<byte> value) =>
        Document.Add(new StoredField(field.Name, (ReadOnlyMemory<byte>)value.ToArray()));

    /// <inheritdoc/>
    public override void VisitInt32(FieldInfo field, int value) => Document.Add(new StoredField(field.Name, value));

    /// <inheritdoc/>
    public override void VisitInt64(FieldInfo field, long value) => Document.Add(new StoredField(field.Name, value));

    /// <inheritdoc/>
    public override void VisitSingle(FieldInfo field, float value) => Document.Add(new StoredField(field.Name, value));

    /// <inheritdoc/>
    public override void VisitDouble(FieldInfo field, double value) => Document.Add(new StoredField(field.Name, value));
}
