using System.Collections;

namespace ScoSearch.Lucene.Index.Checking;

/// <summary>Checks the doc values of a segment, field by field. Used by one thread.</summary>
internal sealed class DocValuesChecker(SegmentReader reader, CheckLog log)
{
    /// <summary>Number of pairs of document and field with a value.</summary>
    public long Count { get; private set; }

    /// <summary>Checks one field.</summary>
    public void Check(FieldInfo field)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                Walk(reader.GetNumericDocValues(field.Name), values => _ = values.LongValue);
                break;
            case DocValuesType.Binary:
                Walk(reader.GetBinaryDocValues(field.Name), values => _ = values.BinaryValue.Length);
                break;
            case DocValuesType.SortedNumeric:
                Walk(reader.GetSortedNumericDocValues(field.Name), CheckNumbers);
                break;
            case DocValuesType.Sorted:
                CheckSorted(reader.GetSortedDocValues(field.Name));
                break;
            case DocValuesType.SortedSet:
                CheckSortedSet(reader.GetSortedSetDocValues(field.Name));
                break;
            default:
                break;
        }
    }

    private void Walk<T>(T? values, Action<T> check)
        where T : DocValuesCursor
    {
        log.Require(values is not null, () => "the field has no doc values, though it should");
        if (values is null)
        {
            return;
        }

        int last = -1;
        for (int docId = values.NextDoc(); docId != DocIdCursor.Exhausted; docId = values.NextDoc())
        {
            int before = last;
            int at = docId;
            log.Require(at > before && at < reader.MaxDoc, () => $"document {at} after {before}, of {reader.MaxDoc}");
            if (at <= before || at >= reader.MaxDoc)
            {
                return;
            }

            last = at;
            Count++;
            check(values);
        }
    }

    private void CheckNumbers(SortedNumericDocValues values)
    {
        int count = values.DocValueCount;
        int docId = values.DocId;
        log.Require(count > 0, () => $"document {docId} is listed without a value");
        long last = long.MinValue;
        for (int i = 0; i < count; i++)
        {
            long before = last;
            last = values.NextValue();
            log.Require(last >= before, () => $"the values of document {docId} do not rise");
        }
    }

    private void CheckSorted(SortedDocValues? values)
    {
        BitArray used = new(values?.ValueCount ?? 0);
        Walk(values, cursor =>
        {
            int ord = cursor.OrdValue;
            log.Require(
                (uint)ord < (uint)used.Count, () => $"document {cursor.DocId} has ordinal {ord} of {used.Count}");
            if ((uint)ord < (uint)used.Count)
            {
                used[ord] = true;
            }
        });
        if (values is not null)
        {
            CheckDictionary(used, ord => values.LookupOrd((int)ord).ToArray(), value => values.LookupTerm(value));
        }
    }

    private void CheckSortedSet(SortedSetDocValues? values)
    {
        BitArray used = new(checked((int)(values?.ValueCount ?? 0)));
        Walk(values, cursor =>
        {
            int count = cursor.DocValueCount;
            log.Require(count > 0, () => $"document {cursor.DocId} is listed without a value");
            long last = -1;
            for (int i = 0; i < count; i++)
            {
                long ord = cursor.NextOrd();
                long before = last;
                log.Require(
                    ord > before && ord < used.Count,
                    () => $"document {cursor.DocId} has ordinal {ord} after {before}, of {used.Count}");
                if (ord >= 0 && ord < used.Count)
                {
                    used[(int)ord] = true;
                }

                last = ord;
            }
        });
        if (values is not null)
        {
            CheckDictionary(used, ord => values.LookupOrd(ord).ToArray(), value => values.LookupTerm(value));
        }
    }

    private void CheckDictionary(BitArray used, Func<long, byte[]> lookup, Func<byte[], long> find)
    {
        byte[]? last = null;
        for (int ord = 0; ord < used.Count; ord++)
        {
            log.ThrowIfCancelled();
            int at = ord;
            byte[] value = lookup(ord);
            byte[]? before = last;
            log.Require(used[ord], () => $"no document has ordinal {at}");
            log.Require(
                before is null || value.AsSpan().SequenceCompareTo(before) > 0,
                () => $"the value of ordinal {at} does not follow that of the one before");
            log.Require(find(value) == at, () => $"the value of ordinal {at} is not found");
            last = value;
        }
    }
}
