using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Documents;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Several distinct byte strings out of a dictionary a document. Not thread-safe.</summary>
internal sealed class SortedSetBuffer(string fieldName, BytePool pool, RamCounter ram) : DocValuesBuffer(fieldName, ram)
{
    private readonly BytesHash _dictionary = new(pool, ram);
    private readonly CountedList<int> _counts = new(ram);
    private readonly CountedList<int> _ids = new(ram);

    /// <inheritdoc/>
    public override DocValuesType Type => DocValuesType.SortedSet;

    /// <inheritdoc/>
    public override void Add(int docId, Field field)
    {
        ReadOnlySpan<byte> value = BytesOf(field, BytesHash.MaxLength);
        AddInterned(docId, Intern(value));
    }

    /// <summary>Number of a value in the dictionary, which it joins.</summary>
    public int Intern(ReadOnlySpan<byte> value) => _dictionary.FindOrAdd(value);

    /// <summary>Adds a value by its number.</summary>
    public void AddInterned(int docId, int id)
    {
        if (DocIds.Count == 0 || DocIds.Items[^1] != docId)
        {
            DocIds.Add(docId);
            _counts.Add(0);
        }

        _ids.Add(id);
        _counts.Items[^1]++;
    }

    /// <inheritdoc/>
    public override void Flush(DocValuesWriter writer, FieldInfo field)
    {
        SortedDictionary sorted = new(_dictionary);
        Span<int> counts = _counts.Items;
        int[] addresses = new int[counts.Length + 1];
        long[] ords = new long[_ids.Count];
        int read = 0;
        int written = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            addresses[i] = written;
            Span<int> ofDocument = _ids.Items.Slice(read, counts[i]);
            read += counts[i];
            written += SortDistinct(ofDocument, sorted, ords.AsSpan(written));
        }

        addresses[^1] = written;
        byte[] bytes = sorted.Concatenate(out int[] offsets);
        writer.WriteSortedSet(field, DocIds.Items, addresses, ords.AsSpan(0, written), new SortedTerms(bytes, offsets));
    }

    private static int SortDistinct(Span<int> ids, SortedDictionary sorted, Span<long> ords)
    {
        foreach (ref int id in ids)
        {
            id = sorted.OrdOf(id);
        }

        ids.Sort();
        int count = 0;
        foreach (int ord in ids)
        {
            if (count == 0 || ords[count - 1] != ord)
            {
                ords[count++] = ord;
            }
        }

        return count;
    }
}
