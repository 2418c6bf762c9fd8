using System.Globalization;
using System.Text;
using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport.Dumps;

/// <summary>Writes a line for each stored field of a document: doc, field, type, value.</summary>
internal sealed class StoredFieldsDump(DumpSink sink) : StoredFieldVisitor
{
    public int DocId { get; set; }

    public override StoredFieldAction Decide(FieldInfo field) => StoredFieldAction.Read;

    public override void VisitString(FieldInfo field, ReadOnlySpan<byte> utf8) =>
        Start(field, "string").Text(Encoding.UTF8.GetString(utf8)).Line();

    public override void VisitBytes(FieldInfo field, ReadOnlySpan<byte> value) =>
        Start(field, "bytes").Hex(value).Line();

    public override void VisitInt32(FieldInfo field, int value) => Start(field, "int").Number(value).Line();

    public override void VisitInt64(FieldInfo field, long value) => Start(field, "long").Number(value).Line();

    public override void VisitSingle(FieldInfo field, float value) => Start(field, "float")
        .Raw(BitConverter.SingleToUInt32Bits(value).ToString("x8", CultureInfo.InvariantCulture)).Line();

    public override void VisitDouble(FieldInfo field, double value) => Start(field, "double")
        .Raw(BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture)).Line();

    private DumpSink Start(FieldInfo field, string type) =>
        sink.Number(DocId).Tab().Text(field.Name).Tab().Raw(type).Tab();
}
