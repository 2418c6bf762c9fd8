using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Norms;

/// <summary>Reads the norms of one segment. Immutable and thread-safe.</summary>
internal sealed class NormsReader
{
    private readonly IndexInput _meta;
    private readonly IndexInput _data;
    private readonly Dictionary<int, StoredNorms> _fields = [];

    // Where the list of fields ends in _meta.
    private long _endOfFields;

    public NormsReader(SegmentReadState state)
    {
        _meta = CodecUtil.OpenChecked(
            state.Directory, IndexFileNames.SegmentFile(state.SegmentName, "", NormsFormat.MetaExtension));
        _data = state.Directory.OpenInput(
            IndexFileNames.SegmentFile(state.SegmentName, "", NormsFormat.DataExtension));
        CodecUtil.CheckIndexHeader(
            _data, NormsFormat.DataCodec, NormsFormat.Version, NormsFormat.Version, state.SegmentId, "");
        CodecUtil.CheckFooterStructure(_data);
        ReadFields(_meta.Clone(), state);
    }

    /// <summary>The norms of a field, or null when it has none.</summary>
    public FieldNorms? Get(FieldInfo field) =>
        !field.HasNorms ? null
        : _fields.TryGetValue(field.Number, out StoredNorms? norms) ? norms
        : throw _meta.Corrupt(_endOfFields, $"norms of field number {field.Number}", "none");

    /// <summary>Verifies the checksums of both files. Cost: one pass over them.</summary>
    public void CheckIntegrity()
    {
        CodecUtil.VerifyChecksum(_meta);
        CodecUtil.VerifyChecksum(_data);
    }

    private void ReadFields(IndexInput meta, SegmentReadState state)
    {
        CodecUtil.CheckIndexHeader(
            meta, NormsFormat.MetaCodec, NormsFormat.Version, NormsFormat.Version, state.SegmentId, "");
        while (true)
        {
            long at = meta.Position;
            int number = meta.ReadInt32();
            if (number == NormsFormat.EndOfFields)
            {
                _endOfFields = at;
                break;
            }

            FieldInfo? field = state.FieldInfos.Find(number);
            if (field is not { HasNorms: true } || _fields.ContainsKey(number))
            {
                throw meta.Corrupt(at, "one entry for each field with norms", $"field number {number}");
            }

            _fields[number] = ReadField(meta, state.MaxDoc);
        }

        CodecUtil.CheckAtFooter(meta);
    }

    private StoredNorms ReadField(IndexInput meta, int maxDoc)
    {
        DocsWithField docs = DocsWithField.Read(meta);
        int count = meta.ReadInt32();
        docs.CheckCount(meta, count, maxDoc);
        long at = meta.Position;
        int bytes = meta.ReadByte();
        long offset = meta.ReadInt64();
        if (bytes is not (0 or 1 or 2 or 4 or 8))
        {
            throw meta.Corrupt(at, "0, 1, 2, 4 or 8 bytes a norm", $"{bytes}");
        }

        if (bytes != 0 && (offset < 0 || offset > _data.Length - CodecUtil.FooterLength - ((long)bytes * count)))
        {
            throw meta.Corrupt(at + 1, $"{count} norms of {bytes} bytes inside {_data.Name}", $"offset {offset}");
        }

        return new StoredNorms(_data, docs, maxDoc, count, bytes, offset);
    }
}
