using System.Runtime.InteropServices;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Norms;

/// <summary>Writes the norms of one segment, field after field. Not thread-safe.</summary>
internal sealed class NormsWriter : IDisposable
{
    private readonly SegmentWriteState _state;
    private readonly IndexOutput _data;
    private readonly IndexOutput _meta;

    public NormsWriter(SegmentWriteState state)
    {
        _state = state;
        _data = state.Directory.CreateOutput(
            IndexFileNames.SegmentFile(state.SegmentName, "", NormsFormat.DataExtension));
        try
        {
            _meta = state.Directory.CreateOutput(
                IndexFileNames.SegmentFile(state.SegmentName, "", NormsFormat.MetaExtension));
        }
        catch
        {
            _data.Dispose();
            throw;
        }

        CodecUtil.WriteIndexHeader(_data, NormsFormat.DataCodec, NormsFormat.Version, state.SegmentId, "");
        CodecUtil.WriteIndexHeader(_meta, NormsFormat.MetaCodec, NormsFormat.Version, state.SegmentId, "");
    }

    /// <summary>Writes the norms of a field that fit a byte, as all norms of this library's similarities do.</summary>
    /// <param name="field">The field.</param>
    /// <param name="docIds">Documents that have the field, ascending; empty for all documents.</param>
    /// <param name="values">Their norms.</param>
    public void WriteField(FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<sbyte> values)
    {
        StartField(field, docIds, values.Length);
        if (values.IsEmpty || values.IndexOfAnyExcept(values[0]) < 0)
        {
            WriteConstant(values.IsEmpty ? long.MaxValue : values[0]);
            return;
        }

        _meta.WriteByte(1);
        _meta.WriteInt64(_data.Position);
        // Safety: the same bytes seen as unsigned, one for one.
        _data.WriteBytes(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Writes the norms of a field, in as many bytes each as the widest needs.</summary>
    public void WriteField(FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<long> values)
    {
        StartField(field, docIds, values.Length);
        long min = long.MaxValue;
        long max = long.MinValue;
        foreach (long value in values)
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        if (min >= max)
        {
            WriteConstant(min);
            return;
        }

        int bytes = min >= sbyte.MinValue && max <= sbyte.MaxValue ? 1
            : min >= short.MinValue && max <= short.MaxValue ? 2
            : min >= int.MinValue && max <= int.MaxValue ? 4 : 8;
        _meta.WriteByte((byte)bytes);
        _meta.WriteInt64(_data.Position);
        foreach (long value in values)
        {
            WriteValue(value, bytes);
        }
    }

    /// <summary>Ends both files; no fields may follow.</summary>
    public void Finish()
    {
        _meta.WriteInt32(NormsFormat.EndOfFields);
        CodecUtil.WriteFooter(_meta);
        CodecUtil.WriteFooter(_data);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _data.Dispose();
        _meta.Dispose();
    }

    private void StartField(FieldInfo field, ReadOnlySpan<int> docIds, int count)
    {
        if (!field.HasNorms)
        {
            throw new ArgumentException($"Field number {field.Number} has no norms.", nameof(field));
        }

        DocsWithField docs = DocsWithField.Write(_data, docIds, count, _state.MaxDoc);
        _meta.WriteInt32(field.Number);
        docs.WriteMeta(_meta);
        _meta.WriteInt32(count);
    }

    private void WriteConstant(long value)
    {
        _meta.WriteByte(0);
        _meta.WriteInt64(value);
    }

    private void WriteValue(long value, int bytes)
    {
        switch (bytes)
        {
            case 1:
                _data.WriteByte((byte)value);
                break;
            case 2:
                _data.WriteInt16((short)value);
                break;
            case 4:
                _data.WriteInt32((int)value);
                break;
            default:
                _data.WriteInt64(value);
                break;
        }
    }
}
