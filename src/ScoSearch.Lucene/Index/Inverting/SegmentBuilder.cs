using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Documents;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>A segment that is growing in memory: takes documents, and writes itself to disk once. Used by one thread at
/// a time.</summary>
/// <remarks>
/// Stored fields go to disk as they come; everything else stays in memory until <see cref="Flush"/>. A document that
/// fails halfway keeps its doc id and is
/// marked deleted. When the failure leaves the buffers or the stored fields in doubt, <see cref="IsDamaged"/> says so
/// and the builder must be given up.
/// </remarks>
internal sealed partial class SegmentBuilder : IDisposable
{
    private readonly IndexWriterConfig _config;
    private readonly FieldNumbers _numbers;
    private readonly RamCounter _ram = new();
    private readonly BytePool _pool;
    private readonly TrackingDirectory _directory;
    private readonly Dictionary<string, FieldBuilder> _fields = new(StringComparer.Ordinal);
    private readonly List<FieldBuilder> _touched = [];
    private readonly StoredFieldsWriter _stored;
    private readonly CountedList<long> _sequences;
    private readonly List<int> _failed = [];
    private bool _storing;

    public SegmentBuilder(
        string name, Store.Directory directory, IndexWriterConfig config, FieldNumbers numbers, BlockCache blocks)
    {
        Name = name;
        Id = SegmentFiles.NewId();
        _config = config;
        _numbers = numbers;
        _directory = new TrackingDirectory(directory);
        _pool = new BytePool(blocks, _ram);
        _sequences = new CountedList<long>(_ram);
        _stored = SegmentFiles.Create(
            _directory, target => new StoredFieldsWriter(target, name, Id, config.StoredFieldsMode));
    }

    /// <summary>Name of the segment to be.</summary>
    public string Name { get; }

    /// <summary>Id of the segment to be.</summary>
    public byte[] Id { get; }

    /// <summary>Number of documents, failed ones included.</summary>
    public int MaxDoc { get; private set; }

    /// <summary>Bytes held in memory. May be read by any thread.</summary>
    public long RamBytes => _ram.Bytes;

    /// <summary>True after an exception that leaves the segment in doubt.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Adds documents that keep neighbouring doc ids. When one fails, all of them count as deleted.</summary>
    /// <exception cref="ArgumentException">A document contradicts the index or a limit.</exception>
    public void AddDocuments(IReadOnlyList<Document> documents)
    {
        int first = MaxDoc;
        bool done = false;
        try
        {
            foreach (Document document in documents)
            {
                AddDocument(document);
            }

            done = true;
        }
        finally
        {
            if (!done)
            {
                for (int docId = first; docId < MaxDoc; docId++)
                {
                    _failed.Add(docId);
                }

                // No deletion asks for them; the numbers only have to keep rising.
                SetSequence(_sequences.Count == 0 ? 0 : _sequences.Items[^1]);
            }
        }
    }

    /// <summary>Gives the documents added since the last call their place in the order of all changes.</summary>
    public void SetSequence(long sequence)
    {
        while (_sequences.Count < MaxDoc)
        {
            _sequences.Add(sequence);
        }
    }

    /// <summary>Writes the segment.</summary>
    /// <returns>The segment, or null when no document is in it.</returns>
    /// <remarks>When it fails, the files written are deleted.</remarks>
    public FlushedSegment? Flush()
    {
        bool done = false;
        try
        {
            if (MaxDoc == _failed.Count)
            {
                return null;
            }

            SegmentInfo info = WriteFiles();
            done = true;
            LiveDocs? liveDocs = _failed.Count == 0 ? null : LiveDocs.WithoutDocuments(null, MaxDoc, _failed);
            return new FlushedSegment(info, liveDocs, _sequences.Items.ToArray());
        }
        finally
        {
            if (!done)
            {
                Dispose();
            }

            _pool.Clear();
        }
    }

    /// <summary>Gives everything up and deletes the files written so far.</summary>
    public void Dispose()
    {
        IsDamaged = true;
        try
        {
            _stored.Dispose();
        }
        catch (System.IO.IOException)
        {
            // The file is deleted next; what could not be written to it does not matter.
        }

        _directory.DeleteCreated();
    }

    private void AddDocument(Document document)
    {
        int docId = MaxDoc;
        bool stored = false;
        try
        {
            _storing = true;
            _stored.StartDocument();
            stored = true;
            _storing = false;
            for (int i = 0; i < document.Count; i++)
            {
                AddField(docId, document[i]);
            }
        }
        finally
        {
            FinishDocument(stored);
        }
    }

    private void AddField(int docId, Field field)
    {
        if (!_fields.TryGetValue(field.Name, out FieldBuilder? builder))
        {
            builder = new FieldBuilder(field.Name, _numbers, _pool, _ram);
            _fields.Add(field.Name, builder);
        }

        if (builder.StartValue(docId, field.Type))
        {
            _touched.Add(builder);
        }

        if (field.Type.IndexOptions != IndexOptions.None)
        {
            builder.Invert(field, _config.Analyzer);
        }

        if (field.Type.IsStored)
        {
            _storing = true;
            Store(builder.Number, field);
            _storing = false;
        }

        if (field.Type.DocValuesType != DocValuesType.None)
        {
            builder.AddDocValue(field);
        }
    }

    private void Store(int number, Field field)
    {
        switch (field.Kind)
        {
            case FieldValueKind.Text:
                _stored.WriteString(number, field.Text.Span);
                break;
            case FieldValueKind.Bytes:
                _stored.WriteBytes(number, field.Bytes.Span);
                break;
            case FieldValueKind.Int32:
                _stored.WriteInt32(number, (int)field.Int64Value);
                break;
            case FieldValueKind.Int64:
                _stored.WriteInt64(number, field.Int64Value);
                break;
            case FieldValueKind.Single:
                _stored.WriteSingle(number, (float)field.DoubleValue);
                break;
            case FieldValueKind.Double:
                _stored.WriteDouble(number, field.DoubleValue);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void FinishDocument(bool stored)
    {
        // Set when the exception came out of the stored fields or from the middle of a change of the postings.
        bool damaged = _storing;
        foreach (FieldBuilder field in _touched)
        {
            damaged |= field.IsChangingPostings;
            field.FinishDocument();
        }

        _touched.Clear();
        if (stored && !damaged)
        {
            _storing = true;
            IsDamaged = true;
            _stored.FinishDocument();
            IsDamaged = false;
            _storing = false;
        }

        IsDamaged |= damaged;
        MaxDoc++;
    }
}
