using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Index.Inverting;

namespace ScoSearch.Lucene.Index.Merging;

/// <summary>Joins the doc values of several segments, one field in memory at a time. Used once, by one
/// thread.</summary>
internal sealed class DocValuesMerger(MergeSource[] sources, SegmentWriteState state, CancellationToken cancellation)
{
    private readonly RamCounter _ram = new();

    /// <summary>Writes the doc values of all fields.</summary>
    public void Merge()
    {
        using DocValuesWriter writer = new(state);
        foreach (FieldInfo field in state.FieldInfos)
        {
            cancellation.ThrowIfCancellationRequested();
            if (field.DocValuesType != DocValuesType.None)
            {
                MergeField(writer, field);
            }
        }

        writer.Finish();
    }

    private void MergeField(DocValuesWriter writer, FieldInfo field)
    {
        BytePool pool = new(new BlockCache(0), _ram);
        DocValuesBuffer merged = DocValuesBuffer.Create(field.DocValuesType, field.Name, pool, _ram);
        foreach (MergeSource source in sources)
        {
            switch (merged)
            {
                case NumericBuffer target:
                    Copy(
                        source,
                        source.Reader.GetNumericDocValues(field.Name),
                        (values, docId) => target.Add(docId, values.LongValue));
                    break;
                case BinaryBuffer target:
                    Copy(
                        source,
                        source.Reader.GetBinaryDocValues(field.Name),
                        (values, docId) => target.Add(docId, values.BinaryValue));
                    break;
                case SortedNumericBuffer target:
                    Copy(
                        source,
                        source.Reader.GetSortedNumericDocValues(field.Name),
                        (values, docId) => CopyNumbers(values, docId, target));
                    break;
                case SortedBuffer target:
                    CopySorted(source, source.Reader.GetSortedDocValues(field.Name), target);
                    break;
                case SortedSetBuffer target:
                    CopySortedSet(source, source.Reader.GetSortedSetDocValues(field.Name), target);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        merged.Flush(writer, field);
        pool.Clear();
    }

    private static void Copy<T>(MergeSource source, T? values, Action<T, int> add)
        where T : DocValuesCursor
    {
        if (values is null)
        {
            return;
        }

        for (int docId = values.NextDoc(); docId != DocIdCursor.Exhausted; docId = values.NextDoc())
        {
            int mapped = source.DocIds[docId];
            if (mapped >= 0)
            {
                add(values, mapped);
            }
        }
    }

    private static void CopyNumbers(SortedNumericDocValues values, int docId, SortedNumericBuffer target)
    {
        int count = values.DocValueCount;
        for (int i = 0; i < count; i++)
        {
            target.Add(docId, values.NextValue());
        }
    }

    private static void CopySorted(MergeSource source, SortedDocValues? values, SortedBuffer target)
    {
        // Number in the merged dictionary + 1 of each ordinal already met; 0 for the others, so unused values are
        // dropped.
        int[] ids = new int[values?.ValueCount ?? 0];
        Copy(source, values, (cursor, docId) =>
        {
            ref int id = ref ids[cursor.OrdValue];
            if (id == 0)
            {
                id = target.Intern(cursor.LookupOrd(cursor.OrdValue)) + 1;
            }

            target.AddInterned(docId, id - 1);
        });
    }

    private static void CopySortedSet(MergeSource source, SortedSetDocValues? values, SortedSetBuffer target)
    {
        int[] ids = new int[values?.ValueCount ?? 0];
        Copy(source, values, (cursor, docId) =>
        {
            int count = cursor.DocValueCount;
            for (int i = 0; i < count; i++)
            {
                long ord = cursor.NextOrd();
                ref int id = ref ids[ord];
                if (id == 0)
                {
                    id = target.Intern(cursor.LookupOrd(ord)) + 1;
                }

                target.AddInterned(docId, id - 1);
            }
        });
    }
}
