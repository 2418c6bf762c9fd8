using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Fst;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Writes the terms dictionaries of all fields of a segment: .tim, .tip and .tmd.</summary>
/// <remarks>Terms come in unsigned byte order per field. Not thread-safe.</remarks>
internal sealed class TermsDictWriter : IDisposable
{
    private readonly IndexOutput _terms;
    private readonly IndexOutput _index;
    private readonly IndexOutput _meta;

    // The field table is collected here because the number of fields precedes it in the file.
    private readonly ByteBuffer _fieldTable = new();
    private readonly BlockCutter _cutter;
    private readonly ByteBuffer _term = new();
    private readonly ByteBuffer _firstTerm = new();
    private readonly ByteBuffer _lastTerm = new();

    private FieldInfo _field = null!; // set by StartField before anything is added
    private int _fieldCount;
    private long _termCount;
    private long _sumDocFreq;
    private long _sumTotalTermFreq;

    public TermsDictWriter(SegmentWriteState state)
    {
        List<IndexOutput> opened = [];
        try
        {
            opened.Add(PostingsListWriter.Create(state, "tim", BlockTreeFormat.TermsCodec));
            opened.Add(PostingsListWriter.Create(state, "tip", BlockTreeFormat.IndexCodec));
            opened.Add(PostingsListWriter.Create(state, "tmd", BlockTreeFormat.MetaCodec));
            (_terms, _index, _meta) = (opened[0], opened[1], opened[2]);
            CodecUtil.WriteIndexHeader(
                _meta,
                Lucene84PostingsFormat.TermsCodec,
                Lucene84PostingsFormat.Version,
                state.SegmentId,
                Lucene84PostingsFormat.DefaultSuffix);
            _meta.WriteVInt32(Lucene84PostingsFormat.BlockSize);
            _cutter = new BlockCutter(_terms);
        }
        catch
        {
            opened.ForEach(output => output.Dispose());
            throw;
        }
    }

    public void StartField(FieldInfo field)
    {
        _field = field;
        _termCount = 0;
        _sumDocFreq = 0;
        _sumTotalTermFreq = 0;
        _lastTerm.Clear();
        _cutter.StartField(field);
    }

    public void StartTerm(ReadOnlySpan<byte> term)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(term.Length, Lucene84PostingsFormat.MaxTermLength, nameof(term));
        if (_termCount > 0 && term.SequenceCompareTo(_lastTerm.Written) <= 0)
        {
            throw new ArgumentException($"The terms of the field {_field.Name} do not rise.", nameof(term));
        }

        _term.Clear();
        _term.Add(term);
    }

    /// <summary>Adds the started term, which has documents.</summary>
    public void FinishTerm(in TermMetadata metadata)
    {
        if (_termCount++ == 0)
        {
            _firstTerm.Clear();
            _firstTerm.Add(_term.Written);
        }

        _lastTerm.Clear();
        _lastTerm.Add(_term.Written);
        _sumDocFreq += metadata.DocFreq;
        _sumTotalTermFreq += metadata.TotalTermFreq;
        _cutter.Add(_term.Written, metadata);
    }

    /// <summary>Writes the last blocks of the field and its entry in the table; a field without terms has none.</summary>
    public void FinishField(int docCount)
    {
        if (_termCount == 0)
        {
            return;
        }

        FstBuilder fst = _cutter.FinishField();
        _fieldCount++;
        _fieldTable.AddVInt32(_field.Number);
        _fieldTable.AddVInt64(_termCount);
        AddByteBlock(fst.EmptyOutput);
        if (_field.HasFreqs)
        {
            _fieldTable.AddVInt64(_sumTotalTermFreq);
        }

        _fieldTable.AddVInt64(_sumDocFreq);
        _fieldTable.AddVInt32(docCount);
        AddByteBlock(_firstTerm.Written);
        AddByteBlock(_lastTerm.Written);
        _fieldTable.AddVInt64(_index.Position);
        fst.WriteMetadata(_fieldTable);
        _index.WriteBytes(fst.Bytes);
    }

    /// <summary>Writes the field table and the footers.</summary>
    public void Finish()
    {
        CodecUtil.WriteFooter(_terms);
        CodecUtil.WriteFooter(_index);
        _meta.WriteVInt32(_fieldCount);
        _meta.WriteBytes(_fieldTable.Written);
        _meta.WriteInt64(_index.Position);
        _meta.WriteInt64(_terms.Position);
        CodecUtil.WriteFooter(_meta);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _terms.Dispose();
        _index.Dispose();
        _meta.Dispose();
    }

    private void AddByteBlock(ReadOnlySpan<byte> bytes)
    {
        _fieldTable.AddVInt32(bytes.Length);
        _fieldTable.Add(bytes);
    }
}
