using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Documents;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>One byte string out of a dictionary a document. Not thread-safe.</summary>
internal sealed class SortedBuffer(string fieldName, BytePool pool, RamCounter ram) : DocValuesBuffer(fieldName, ram)
{
    private readonly BytesHash _dictionary = new(pool, ram);
    private readonly CountedList<int> _ids = new(ram);

    /// <inheritdoc/>
    public override DocValuesType Type => DocValuesType.Sorted;

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
        AddSingle(docId);
        _ids.Add(id);
    }

    /// <inheritdoc/>
    public override void Flush(DocValuesWriter writer, FieldInfo field)
    {
        SortedDictionary sorted = new(_dictionary);
        foreach (ref int id in _ids.Items)
        {
            id = sorted.OrdOf(id);
        }

        byte[] bytes = sorted.Concatenate(out int[] offsets);
        writer.WriteSorted(field, DocIds.Items, _ids.Items, new SortedTerms(bytes, offsets));
    }
}
