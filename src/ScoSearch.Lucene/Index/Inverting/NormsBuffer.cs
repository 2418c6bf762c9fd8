using ScoSearch.Lucene.Codecs.Lucene84Postings;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Encoded lengths of the documents of one field, in doc id order. Not thread-safe.</summary>
internal sealed class NormsBuffer(RamCounter ram)
{
    private readonly CountedList<int> _docIds = new(ram);
    private readonly CountedList<sbyte> _values = new(ram);

    public ReadOnlySpan<int> DocIds => _docIds.Items;

    public ReadOnlySpan<sbyte> Values => _values.Items;

    public void Add(int docId, sbyte norm)
    {
        _docIds.Add(docId);
        _values.Add(norm);
    }

    /// <summary>The norms by doc id, for score bounds.</summary>
    public NormsLookup ToLookup(int maxDoc)
    {
        sbyte[] dense = new sbyte[maxDoc];
        ReadOnlySpan<int> docIds = DocIds;
        ReadOnlySpan<sbyte> values = Values;
        for (int i = 0; i < docIds.Length; i++)
        {
            dense[docIds[i]] = values[i];
        }

        return NormsLookup.FromBytes(dense);
    }
}
