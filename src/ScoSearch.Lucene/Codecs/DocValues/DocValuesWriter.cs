using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Writes the doc values of one segment, field after field. Not thread-safe.</summary>
/// <remarks>
/// In all methods <c>docIds</c> are the documents that have a value, strictly ascending; empty stands for all documents when
/// there are as many values. A field without any value gets an entry too.
/// </remarks>
internal sealed class DocValuesWriter : IDisposable
{
    private readonly SegmentWriteState _state;
    private readonly IndexOutput _data;
    private readonly IndexOutput _meta;

    public DocValuesWriter(SegmentWriteState state)
    {
        _state = state;
        _data = state.Directory.CreateOutput(IndexFileNames.SegmentFile(
            state.SegmentName, DocValuesFormat.Suffix, DocValuesFormat.DataExtension));
        try
        {
            _meta = state.Directory.CreateOutput(IndexFileNames.SegmentFile(
                state.SegmentName, DocValuesFormat.Suffix, DocValuesFormat.MetaExtension));
        }
        catch
        {
            _data.Dispose();
            throw;
        }

        CodecUtil.WriteIndexHeader(
            _data, DocValuesFormat.DataCodec, DocValuesFormat.Version, state.SegmentId, DocValuesFormat.Suffix);
        CodecUtil.WriteIndexHeader(
            _meta, DocValuesFormat.MetaCodec, DocValuesFormat.Version, state.SegmentId, DocValuesFormat.Suffix);
    }

    /// <summary>Writes one integer a document.</summary>
    public void WriteNumeric(FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<long> values)
    {
        StartField(field, DocValuesType.Numeric, DocValuesFormat.KindNumeric);
        DocsWithField docs = DocsWithField.Write(_data, docIds, values.Length, _state.MaxDoc);
        new NumericEntryWriter(_meta, _data).Write(docs, values);
    }

    /// <summary>Writes one byte string a document.</summary>
    /// <param name="field">The field; its attribute <c>Lucene80DocValuesFormat.mode</c> asks for compression.</param>
    /// <param name="docIds">The documents.</param>
    /// <param name="offsets">Start of each value and the end of the last; may be empty for no values.</param>
    /// <param name="bytes">The values, concatenated.</param>
    public void WriteBinary(
        FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<int> offsets, ReadOnlySpan<byte> bytes)
    {
        StartField(field, DocValuesType.Binary, DocValuesFormat.KindBinary);
        BinaryEntryWriter writer = new(_meta, _data, offsets, bytes);
        if (IsCompressed(field))
        {
            writer.WriteCompressed(docIds, _state.MaxDoc);
        }
        else
        {
            writer.WritePlain(docIds, _state.MaxDoc);
        }
    }

    /// <summary>Writes one ordinal a document.</summary>
    /// <param name="field">The field.</param>
    /// <param name="docIds">The documents.</param>
    /// <param name="ords">Their ordinals; each ordinal is used.</param>
    /// <param name="terms">What the ordinals stand for.</param>
    public void WriteSorted(FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<int> ords, SortedTerms terms)
    {
        StartField(field, DocValuesType.Sorted, DocValuesFormat.KindSorted);
        StartSorted(docIds, ords.Length);
        long start = _data.Position;
        if (!terms.IsConstant)
        {
            DirectWriter writer = new(_data, OrdWidth(terms));
            foreach (int ord in ords)
            {
                writer.Add(CheckOrd(ord, terms.Count));
            }

            writer.Finish();
        }

        FinishSorted(start, terms);
    }

    /// <summary>Writes several integers a document.</summary>
    /// <param name="field">The field.</param>
    /// <param name="docIds">The documents.</param>
    /// <param name="addresses">Index of each document's first value and the end of the last's; may be empty for none.</param>
    /// <param name="values">The values, ascending for each document.</param>
    public void WriteSortedNumeric(
        FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<int> addresses, ReadOnlySpan<long> values)
    {
        StartField(field, DocValuesType.SortedNumeric, DocValuesFormat.KindSortedNumeric);
        int documents = CheckAddresses(addresses, values.Length);
        DocsWithField docs = DocsWithField.Write(_data, docIds, documents, _state.MaxDoc);
        new NumericEntryWriter(_meta, _data).Write(docs, values);
        _meta.WriteInt32(documents);
        if (values.Length > documents)
        {
            WriteAddresses(addresses);
        }
    }

    /// <summary>Writes several distinct ordinals a document.</summary>
    /// <param name="field">The field.</param>
    /// <param name="docIds">The documents.</param>
    /// <param name="addresses">Index of each document's first ordinal and the end of the last's; may be empty for none.</param>
    /// <param name="ords">The ordinals, strictly ascending for each document; each ordinal is used.</param>
    /// <param name="terms">What the ordinals stand for.</param>
    public void WriteSortedSet(
        FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<int> addresses, ReadOnlySpan<long> ords, SortedTerms terms)
    {
        StartField(field, DocValuesType.SortedSet, DocValuesFormat.KindSortedSet);
        int documents = CheckAddresses(addresses, ords.Length);
        bool multiValued = ords.Length > documents;
        _meta.WriteByte(multiValued ? (byte)1 : (byte)0);
        if (multiValued)
        {
            DocsWithField.Write(_data, docIds, documents, _state.MaxDoc).WriteMeta(_meta);
        }
        else
        {
            StartSorted(docIds, documents);
        }

        long start = _data.Position;
        if (multiValued || !terms.IsConstant)
        {
            DirectWriter writer = new(_data, OrdWidth(terms));
            foreach (long ord in ords)
            {
                writer.Add(CheckOrd(ord, terms.Count));
            }

            writer.Finish();
        }

        if (!multiValued)
        {
            FinishSorted(start, terms);
            return;
        }

        _meta.WriteByte((byte)OrdWidth(terms));
        _meta.WriteInt64(start);
        _meta.WriteInt64(_data.Position - start);
        _meta.WriteInt32(documents);
        WriteAddresses(addresses);
        new TermsDictionaryWriter(_meta, _data, terms).Write();
    }

    /// <summary>Ends both files; no fields may follow.</summary>
    public void Finish()
    {
        _meta.WriteInt32(DocValuesFormat.EndOfFields);
        CodecUtil.WriteFooter(_meta);
        CodecUtil.WriteFooter(_data);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _data.Dispose();
        _meta.Dispose();
    }

    private static bool IsCompressed(FieldInfo field) =>
        string.Equals(
            field.Attributes.GetValueOrDefault(FieldInfosFormat.BinaryModeKey),
            FieldInfosFormat.BinaryModeBestCompression,
            StringComparison.Ordinal);

    private static int OrdWidth(SortedTerms terms) => BitWidths.Direct(terms.Count - 1);

    private static long CheckOrd(long ord, int count) =>
        (ulong)ord < (ulong)count
            ? ord
            : throw new ArgumentOutOfRangeException(nameof(ord), ord, $"Ordinals are less than {count}.");

    // Returns the number of documents.
    private static int CheckAddresses(ReadOnlySpan<int> addresses, int valueCount)
    {
        int documents = Math.Max(0, addresses.Length - 1);
        bool fits = addresses.IsEmpty ? valueCount == 0 : addresses[0] == 0 && addresses[^1] == valueCount;
        return fits && documents <= valueCount
            ? documents
            : throw new ArgumentException($"The addresses do not fit {valueCount} values.", nameof(addresses));
    }

    private void StartField(FieldInfo field, DocValuesType type, byte kind)
    {
        if (field.DocValuesType != type)
        {
            throw new ArgumentException(
                $"Field number {field.Number} has doc values of type {field.DocValuesType}, not {type}.", nameof(field));
        }

        _meta.WriteInt32(field.Number);
        _meta.WriteByte(kind);
    }

    private void StartSorted(ReadOnlySpan<int> docIds, int count)
    {
        DocsWithField.Write(_data, docIds, count, _state.MaxDoc).WriteMeta(_meta);
        _meta.WriteInt32(count);
    }

    private void FinishSorted(long ordsStart, SortedTerms terms)
    {
        _meta.WriteByte((byte)(terms.IsConstant ? 0 : OrdWidth(terms)));
        _meta.WriteInt64(terms.IsConstant ? 0 : ordsStart);
        _meta.WriteInt64(_data.Position - ordsStart);
        new TermsDictionaryWriter(_meta, _data, terms).Write();
    }

    private void WriteAddresses(ReadOnlySpan<int> addresses)
    {
        long start = _data.Position;
        _meta.WriteInt64(start);
        _meta.WriteVInt32(DocValuesFormat.MonotonicBlockShift);
        DirectMonotonicWriter writer = new(_meta, _data, addresses.Length, DocValuesFormat.MonotonicBlockShift);
        foreach (int address in addresses)
        {
            writer.Add(address);
        }

        writer.Finish();
        _meta.WriteInt64(_data.Position - start);
    }
}
