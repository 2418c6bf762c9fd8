using System.Globalization;
using System.Text;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Tests.Codecs.StoredFields;

/// <summary>Writes down what it is given as <c>name=value</c>; stops or skips at the fields named so.</summary>
internal sealed class RecordingVisitor : StoredFieldVisitor
{
    public List<string> Values { get; } = [];

    public string? Skipped { get; init; }

    public string? StopAt { get; init; }

    public override StoredFieldAction Decide(FieldInfo field) =>
        field.Name == StopAt ? StoredFieldAction.Stop
        : field.Name == Skipped ? StoredFieldAction.Skip
        : StoredFieldAction.Read;

    public override void VisitString(FieldInfo field, ReadOnlySpan<byte> utf8) => Add(field, Encoding.UTF8.GetString(utf8));

    public override void VisitBytes(FieldInfo field, ReadOnlySpan<byte> value) =>
        Add(field, Convert.ToHexStringLower(value));

    public override void VisitInt32(FieldInfo field, int value) => Add(field, value.ToString(CultureInfo.InvariantCulture));

    public override void VisitInt64(FieldInfo field, long value) =>
        Add(field, value.ToString(CultureInfo.InvariantCulture) + "L");

    public override void VisitSingle(FieldInfo field, float value) =>
        Add(field, $"{BitConverter.SingleToInt32Bits(value):x8}f");

    public override void VisitDouble(FieldInfo field, double value) =>
        Add(field, $"{BitConverter.DoubleToInt64Bits(value):x16}d");

    private void Add(FieldInfo field, string value) => Values.Add($"{field.Name}={value}");
}
