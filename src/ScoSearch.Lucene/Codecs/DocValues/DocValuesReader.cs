using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Reads the doc values of one segment. Immutable and thread-safe; the cursors it gives are not.</summary>
internal sealed class DocValuesReader
{
    private readonly IndexInput _meta;
    private readonly IndexInput _data;
    private readonly int _maxDoc;

    // Where the list of fields ends in _meta.
    private long _endOfFields;
    private readonly Dictionary<int, NumericEntry> _numeric = [];
    private readonly Dictionary<int, BinaryEntry> _binary = [];
    private readonly Dictionary<int, SortedEntry> _sorted = [];
    private readonly Dictionary<int, SortedEntry> _sortedSet = [];
    private readonly Dictionary<int, SortedNumericEntry> _sortedNumeric = [];

    public DocValuesReader(SegmentReadState state)
    {
        _maxDoc = state.MaxDoc;
        _meta = CodecUtil.OpenChecked(state.Directory, IndexFileNames.SegmentFile(
            state.SegmentName, DocValuesFormat.Suffix, DocValuesFormat.MetaExtension));
        _data = state.Directory.OpenInput(IndexFileNames.SegmentFile(
            state.SegmentName, DocValuesFormat.Suffix, DocValuesFormat.DataExtension));
        IndexInput meta = _meta.Clone();
        int version = CodecUtil.CheckIndexHeader(
            meta, DocValuesFormat.MetaCodec, DocValuesFormat.MinVersion, DocValuesFormat.Version, state.SegmentId,
            DocValuesFormat.Suffix);
        CodecUtil.CheckIndexHeader(
            _data, DocValuesFormat.DataCodec, version, version, state.SegmentId, DocValuesFormat.Suffix);
        CodecUtil.CheckFooterStructure(_data);
        ReadFields(meta, state.FieldInfos, version);
    }

    /// <summary>A cursor over one integer a document, or null when the field has doc values of another type or none.</summary>
    public NumericDocValues? GetNumeric(FieldInfo field)
    {
        NumericEntry? entry = Find(_numeric, field, DocValuesType.Numeric);
        return entry is null
            ? null : new NumericCursor(entry.Docs.OpenCursor(_data, _maxDoc, (int)entry.ValueCount), entry.Open());
    }

    /// <summary>A cursor over one byte string a document, or null when the field has doc values of another type or none.</summary>
    public BinaryDocValues? GetBinary(FieldInfo field)
    {
        BinaryEntry? entry = Find(_binary, field, DocValuesType.Binary);
        if (entry is null)
        {
            return null;
        }

        DocSetCursor documents = entry.Docs.OpenCursor(_data, _maxDoc, entry.DocumentCount);
        return entry.IsCompressed ? new CompressedBinaryCursor(documents, entry) : new BinaryCursor(documents, entry);
    }

    /// <summary>A cursor over one ordinal a document, or null when the field has doc values of another type or none.</summary>
    public SortedDocValues? GetSorted(FieldInfo field)
    {
        SortedEntry? entry = Find(_sorted, field, DocValuesType.Sorted);
        return entry is null ? null : new SortedCursor(
            entry.Docs.OpenCursor(_data, _maxDoc, entry.DocumentCount),
            entry.OpenOrds(),
            new TermsDictionaryCursor(entry.Terms));
    }

    /// <summary>A cursor over several ordinals a document, or null when the field has doc values of another type or none.</summary>
    public SortedSetDocValues? GetSortedSet(FieldInfo field)
    {
        SortedEntry? entry = Find(_sortedSet, field, DocValuesType.SortedSet);
        if (entry is null)
        {
            return null;
        }

        DocSetCursor documents = entry.Docs.OpenCursor(_data, _maxDoc, entry.DocumentCount);
        return new SortedSetCursor(
            new ValueRanges(documents, entry.Addresses, entry.OrdCount),
            entry.OpenOrds(),
            new TermsDictionaryCursor(entry.Terms));
    }

    /// <summary>A cursor over several integers a document, or null when the field has doc values of another type or none.</summary>
    public SortedNumericDocValues? GetSortedNumeric(FieldInfo field)
    {
        SortedNumericEntry? entry = Find(_sortedNumeric, field, DocValuesType.SortedNumeric);
        if (entry is null)
        {
            return null;
        }

        DocSetCursor documents = entry.Numbers.Docs.OpenCursor(_data, _maxDoc, entry.DocumentCount);
        return new SortedNumericCursor(
            new ValueRanges(documents, entry.Addresses, entry.Numbers.ValueCount), entry.Numbers.Open());
    }

    /// <summary>Verifies the checksums of both files. Cost: one pass over them.</summary>
    public void CheckIntegrity()
    {
        CodecUtil.VerifyChecksum(_meta);
        CodecUtil.VerifyChecksum(_data);
    }

    private static bool IsCompressed(IndexInput meta, FieldInfo field, int version)
    {
        if (version < DocValuesFormat.VersionWithModes)
        {
            return version >= DocValuesFormat.VersionAlwaysCompressed;
        }

        return field.Attributes.GetValueOrDefault(FieldInfosFormat.BinaryModeKey) switch
        {
            FieldInfosFormat.BinaryModeBestSpeed => false,
            FieldInfosFormat.BinaryModeBestCompression => true,
            null => throw meta.Corrupt(
                meta.Position, $"the attribute {FieldInfosFormat.BinaryModeKey} of field number {field.Number}", "none"),
            _ => throw meta.Corrupt(
                meta.Position, $"a known value of {FieldInfosFormat.BinaryModeKey}", "another one"),
        };
    }

    private T? Find<T>(Dictionary<int, T> entries, FieldInfo field, DocValuesType type)
        where T : class =>
        field.DocValuesType != type ? null
        : entries.TryGetValue(field.Number, out T? entry) ? entry
        : throw _meta.Corrupt(_endOfFields, $"doc values of field number {field.Number}", "none");

    private void ReadFields(IndexInput meta, FieldInfos fields, int version)
    {
        HashSet<int> seen = [];
        while (true)
        {
            long at = meta.Position;
            int number = meta.ReadInt32();
            if (number == DocValuesFormat.EndOfFields)
            {
                _endOfFields = at;
                break;
            }

            FieldInfo? field = fields.Find(number);
            byte kind = meta.ReadByte();
            if (field is null || !seen.Add(number) || KindOf(field.DocValuesType) != kind)
            {
                throw meta.Corrupt(
                    at, "one entry for each field with doc values, of its type", $"field number {number} of kind {kind}");
            }

            ReadEntry(meta, field, version);
        }

        CodecUtil.CheckAtFooter(meta);
    }

    private static int KindOf(DocValuesType type) => type switch
    {
        DocValuesType.Numeric => DocValuesFormat.KindNumeric,
        DocValuesType.Binary => DocValuesFormat.KindBinary,
        DocValuesType.Sorted => DocValuesFormat.KindSorted,
        DocValuesType.SortedSet => DocValuesFormat.KindSortedSet,
        DocValuesType.SortedNumeric => DocValuesFormat.KindSortedNumeric,
        _ => -1,
    };

    private void ReadEntry(IndexInput meta, FieldInfo field, int version)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                NumericEntry entry = new(meta, _data);
                entry.Docs.CheckCount(meta, (int)Math.Min(entry.ValueCount, int.MaxValue), _maxDoc);
                _numeric[field.Number] = entry;
                break;
            case DocValuesType.Binary:
                _binary[field.Number] = new BinaryEntry(meta, _data, _maxDoc, IsCompressed(meta, field, version));
                break;
            case DocValuesType.Sorted:
                _sorted[field.Number] = SortedEntry.Read(meta, _data, _maxDoc);
                break;
            case DocValuesType.SortedSet:
                _sortedSet[field.Number] = SortedEntry.ReadSet(meta, _data, _maxDoc);
                break;
            default:
                _sortedNumeric[field.Number] = new SortedNumericEntry(meta, _data, _maxDoc);
                break;
        }
    }
}
