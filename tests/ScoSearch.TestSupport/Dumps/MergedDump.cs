using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport.Dumps;

/// <summary>
/// What an index holds regardless of its segments: live documents only, numbered densely in order, terms and values
/// merged, statistics counted anew.
/// </summary>
internal sealed class MergedDump
{
    private const int End = DocIdCursor.Exhausted;

    private readonly IReadOnlyList<LeafReaderContext> _leaves;
    private readonly SortedDictionary<string, FieldInfo> _fields = new(StringComparer.Ordinal);
    private readonly int[][] _newIds;
    private readonly int _liveCount;
    private readonly DumpSink _sink;

    public MergedDump(IndexReader reader, DumpSink sink)
    {
        _leaves = reader.Leaves;
        _sink = sink;
        _newIds = new int[_leaves.Count][];
        foreach (LeafReaderContext leaf in _leaves)
        {
            _newIds[leaf.Ord] = new int[leaf.Reader.MaxDoc];
            for (int docId = 0; docId < leaf.Reader.MaxDoc; docId++)
            {
                _newIds[leaf.Ord][docId] = leaf.Reader.LiveDocs?.IsLive(docId) == false ? -1 : _liveCount++;
            }

            foreach (FieldInfo field in leaf.Reader.FieldInfos)
            {
                _fields[field.Name] = _fields.TryGetValue(field.Name, out FieldInfo? known)
                    ? Union(known, field)
                    : field;
            }
        }
    }

    public void Write()
    {
        _sink.Begin("info");
        _sink.Raw("numDocs").Tab().Number(_liveCount).Line();
        _sink.End();
        _sink.Begin("fields");
        foreach (FieldInfo field in _fields.Values)
        {
            FieldDump.FieldLine(field, _sink);
        }

        _sink.End();
        foreach (FieldInfo field in _fields.Values)
        {
            Field(field);
        }

        Stored();
    }

    private static FieldInfo Union(FieldInfo known, FieldInfo more)
    {
        bool bothIndexed = known.IndexOptions != IndexOptions.None && more.IndexOptions != IndexOptions.None;
        FieldInfo indexed = known.IndexOptions != IndexOptions.None ? known : more;
        return known with
        {
            IndexOptions = indexed.IndexOptions,
            OmitNorms = bothIndexed ? known.OmitNorms || more.OmitNorms : indexed.OmitNorms,
            HasPayloads = known.HasPayloads || more.HasPayloads,
            HasTermVectors = known.HasTermVectors || more.HasTermVectors,
            DocValuesType = known.DocValuesType != DocValuesType.None ? known.DocValuesType : more.DocValuesType,
            PointDimensionCount = Math.Max(known.PointDimensionCount, more.PointDimensionCount),
        };
    }

    private void Field(FieldInfo field)
    {
        if (field.IndexOptions != IndexOptions.None)
        {
            new MergedTermsDump(_leaves, _newIds, _liveCount, _sink).Write(field);
        }

        if (field.HasNorms)
        {
            _sink.Begin("norms/" + field.Name);
            foreach (LeafReaderContext leaf in _leaves)
            {
                Numeric(leaf.Reader.GetNorms(field.Name)?.GetCursor(), _newIds[leaf.Ord]);
            }

            _sink.End();
        }

        if (field.DocValuesType != DocValuesType.None)
        {
            _sink.Begin("dv/" + field.Name);
            foreach (LeafReaderContext leaf in _leaves)
            {
                DocValues(field.Name, leaf.Reader, _newIds[leaf.Ord]);
            }

            _sink.End();
        }
    }

    private void DocValues(string field, LeafReader reader, int[] ids)
    {
        switch (reader.FieldInfos.Find(field)?.DocValuesType)
        {
            case DocValuesType.Numeric:
                Numeric(reader.GetNumericDocValues(field), ids);
                break;
            case DocValuesType.Binary:
                Binary(reader.GetBinaryDocValues(field), ids);
                break;
            case DocValuesType.Sorted:
                Sorted(reader.GetSortedDocValues(field), ids);
                break;
            case DocValuesType.SortedSet:
                SortedSet(reader.GetSortedSetDocValues(field), ids);
                break;
            case DocValuesType.SortedNumeric:
                SortedNumeric(reader.GetSortedNumericDocValues(field), ids);
                break;
            default:
                break;
        }
    }

    private void Numeric(NumericDocValues? values, int[] ids)
    {
        for (int docId = values?.NextDoc() ?? End; docId != End; docId = values!.NextDoc())
        {
            if (ids[docId] >= 0)
            {
                _sink.Number(ids[docId]).Tab().Number(values!.LongValue).Line();
            }
        }
    }

    private void Binary(BinaryDocValues? values, int[] ids)
    {
        for (int docId = values?.NextDoc() ?? End; docId != End; docId = values!.NextDoc())
        {
            if (ids[docId] >= 0)
            {
                _sink.Number(ids[docId]).Tab().Hex(values!.BinaryValue).Line();
            }
        }
    }

    private void Sorted(SortedDocValues? values, int[] ids)
    {
        for (int docId = values?.NextDoc() ?? End; docId != End; docId = values!.NextDoc())
        {
            if (ids[docId] >= 0)
            {
                _sink.Number(ids[docId]).Tab().Hex(values!.LookupOrd(values.OrdValue)).Line();
            }
        }
    }

    private void SortedSet(SortedSetDocValues? values, int[] ids)
    {
        for (int docId = values?.NextDoc() ?? End; docId != End; docId = values!.NextDoc())
        {
            if (ids[docId] < 0)
            {
                continue;
            }

            _sink.Number(ids[docId]);
            for (int left = values!.DocValueCount; left > 0; left--)
            {
                _sink.Tab().Hex(values.LookupOrd(values.NextOrd()));
            }

            _sink.Line();
        }
    }

    private void SortedNumeric(SortedNumericDocValues? values, int[] ids)
    {
        for (int docId = values?.NextDoc() ?? End; docId != End; docId = values!.NextDoc())
        {
            if (ids[docId] < 0)
            {
                continue;
            }

            _sink.Number(ids[docId]);
            for (int left = values!.DocValueCount; left > 0; left--)
            {
                _sink.Tab().Number(values.NextValue());
            }

            _sink.Line();
        }
    }

    private void Stored()
    {
        _sink.Begin("stored");
        StoredFieldsDump visitor = new(_sink);
        foreach (LeafReaderContext leaf in _leaves)
        {
            for (int docId = 0; docId < leaf.Reader.MaxDoc; docId++)
            {
                visitor.DocId = _newIds[leaf.Ord][docId];
                if (visitor.DocId >= 0)
                {
                    leaf.Reader.VisitStoredFields(docId, visitor);
                }
            }
        }

        _sink.End();
    }
}
