using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Codecs.Norms;
using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Index.Inverting;

namespace ScoSearch.Lucene.Index.Merging;

/// <summary>Writes one segment out of the live documents of several. Used once, by one thread.</summary>
/// <remarks>
/// Documents keep their order: segment after segment, within a segment by doc id. Norms are copied, never computed
/// anew; stored chunks are copied as they are
/// where nothing is deleted; postings are joined term by term without an object per posting.
/// </remarks>
internal sealed class SegmentMerger
{
    private readonly TrackingDirectory _directory;
    private readonly string _name;
    private readonly byte[] _id;
    private readonly MergeSource[] _sources;
    private readonly StoredFieldsMode _mode;
    private readonly CancellationToken _cancellation;
    private readonly FieldInfos _fields;

    /// <param name="directory">Where the segment goes.</param>
    /// <param name="name">Its name.</param>
    /// <param name="readers">The segments to merge.</param>
    /// <param name="numbers">Index-wide field numbers.</param>
    /// <param name="mode">How stored fields are compressed.</param>
    /// <param name="cancellation">Checked for every term and document batch.</param>
    public SegmentMerger(
        TrackingDirectory directory,
        string name,
        IReadOnlyList<SegmentReader> readers,
        FieldNumbers numbers,
        StoredFieldsMode mode,
        CancellationToken cancellation)
    {
        _directory = directory;
        _name = name;
        _id = SegmentFiles.NewId();
        _sources = MergeSource.Create(readers);
        _mode = mode;
        _cancellation = cancellation;
        _fields = FieldInfosMerger.Merge(_sources, numbers);
        MaxDoc = _sources.Sum(source => source.DocIds.LiveCount);
    }

    /// <summary>Number of documents of the merged segment.</summary>
    public int MaxDoc { get; }

    /// <summary>Where the documents of the sources go, in their order.</summary>
    public IReadOnlyList<MergeSource> Sources => _sources;

    /// <summary>Writes all files but the .si and returns what it will say.</summary>
    /// <exception cref="OperationCanceledException">The merge was given up.</exception>
    public SegmentInfo Merge()
    {
        SegmentWriteState state = new(_directory, _name, _id, MaxDoc, _fields);
        MergeStoredFields();
        Dictionary<string, NormsLookup> norms = MergeNorms(state);
        if (_fields.HasDocValues)
        {
            new DocValuesMerger(_sources, state, _cancellation).Merge();
        }

        if (_fields.HasPostings)
        {
            new PostingsMerger(_sources, state, norms, _cancellation).Merge();
        }

        FieldInfosFormat.Write(_directory, _name, _id, _fields);
        Dictionary<string, string> diagnostics = SegmentFiles.Diagnostics("merge");
        diagnostics["mergeFactor"] = FormattableString.Invariant($"{_sources.Length}");
        return new SegmentInfo
        {
            Name = _name,
            Id = _id,
            Directory = _directory.Inner,
            MaxDoc = MaxDoc,
            MinVersion = _sources.Min(source => source.Reader.Core.Info.MinVersion),
            Diagnostics = diagnostics,
            Attributes = SegmentFiles.Attributes(_mode),
        };
    }

    private void MergeStoredFields()
    {
        using StoredFieldsWriter writer = new(_directory, _name, _id, _mode);
        foreach (MergeSource source in _sources)
        {
            _cancellation.ThrowIfCancellationRequested();
            int[]? numbers = MapNumbers(source.Reader.FieldInfos);
            StoredFieldsReader stored = source.Reader.Core.Stored;
            if (numbers is null && source.Reader.LiveDocs is null)
            {
                writer.CopyChunksFrom(stored);
            }
            else
            {
                CopyDocuments(writer, source, stored, numbers);
            }
        }

        writer.Finish(MaxDoc);
    }

    private void CopyDocuments(StoredFieldsWriter writer, MergeSource source, StoredFieldsReader stored, int[]? numbers)
    {
        LiveDocs? live = source.Reader.LiveDocs;
        for (int docId = 0; docId < source.Reader.MaxDoc; docId++)
        {
            if (live is not null && !live.IsLive(docId))
            {
                continue;
            }

            if ((docId & 1023) == 0)
            {
                _cancellation.ThrowIfCancellationRequested();
            }

            if (numbers is null)
            {
                writer.CopyDocument(stored, docId);
            }
            else
            {
                writer.CopyDocument(stored, docId, numbers);
            }
        }
    }

    /// <summary>New number of each field by its old one, or null when no number changes.</summary>
    private int[]? MapNumbers(FieldInfos fields)
    {
        int[] numbers = new int[fields.Count == 0 ? 0 : fields.Max(field => field.Number) + 1];
        bool changed = false;
        foreach (FieldInfo field in fields)
        {
            numbers[field.Number] = _fields.Find(field.Name)!.Number;
            changed |= numbers[field.Number] != field.Number;
        }

        return changed ? numbers : null;
    }

    private Dictionary<string, NormsLookup> MergeNorms(SegmentWriteState state)
    {
        Dictionary<string, NormsLookup> lookups = new(StringComparer.Ordinal);
        if (!_fields.HasNorms)
        {
            return lookups;
        }

        using NormsWriter writer = new(state);
        foreach (FieldInfo field in _fields.Where(field => field.HasNorms))
        {
            _cancellation.ThrowIfCancellationRequested();
            lookups.Add(field.Name, MergeNorms(writer, field));
        }

        writer.Finish();
        return lookups;
    }

    private NormsLookup MergeNorms(NormsWriter writer, FieldInfo field)
    {
        RamCounter ram = new();
        CountedList<int> docIds = new(ram);
        CountedList<long> values = new(ram);
        bool fitByte = true;
        foreach (MergeSource source in _sources)
        {
            if (source.Reader.GetNorms(field.Name) is not FieldNorms norms)
            {
                continue;
            }

            NumericDocValues cursor = norms.GetCursor();
            for (int docId = cursor.NextDoc(); docId != DocIdCursor.Exhausted; docId = cursor.NextDoc())
            {
                int mapped = source.DocIds[docId];
                if (mapped >= 0)
                {
                    docIds.Add(mapped);
                    values.Add(cursor.LongValue);
                    fitByte &= (sbyte)cursor.LongValue == cursor.LongValue;
                }
            }
        }

        // Other programs' similarities may write wider norms than a byte.
        return fitByte
            ? WriteBytes(writer, field, docIds.Items, values.Items)
            : WriteWide(writer, field, docIds.Items, values.Items);
    }

    private NormsLookup WriteBytes(
        NormsWriter writer, FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<long> values)
    {
        NormsBuffer norms = new(new RamCounter());
        for (int i = 0; i < docIds.Length; i++)
        {
            norms.Add(docIds[i], (sbyte)values[i]);
        }

        writer.WriteField(field, norms.DocIds, norms.Values);
        return norms.ToLookup(MaxDoc);
    }

    private NormsLookup WriteWide(
        NormsWriter writer, FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<long> values)
    {
        long[] lookup = new long[MaxDoc];
        for (int i = 0; i < docIds.Length; i++)
        {
            lookup[docIds[i]] = values[i];
        }

        writer.WriteField(field, docIds, values);
        return NormsLookup.FromValues(lookup);
    }
}
