using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Random access to the norms of the segment being written; a document without a norm counts as norm 1.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class NormsLookup
{
    private readonly FieldNorms? _field;
    private readonly ReadOnlyMemory<sbyte> _bytes;
    private readonly long[]? _wide;

    private NormsLookup(FieldNorms? field, ReadOnlyMemory<sbyte> bytes, long[]? wide)
    {
        _field = field;
        _bytes = bytes;
        _wide = wide;
    }

    /// <summary>One signed byte a document; 0 where the document has no norm.</summary>
    public static NormsLookup FromBytes(ReadOnlyMemory<sbyte> norms) => new(null, norms, null);

    /// <summary>One value a document; 0 where the document has no norm.</summary>
    public static NormsLookup FromValues(long[] norms) => new(null, default, norms);

    /// <summary>The norms of a finished field. Sparse or wide ones are copied into an array of one value a document.</summary>
    public static NormsLookup From(FieldNorms norms, int maxDoc)
    {
        if (norms.Dense.Length == maxDoc)
        {
            return new NormsLookup(norms, default, null);
        }

        long[] values = new long[maxDoc];
        NumericDocValues cursor = norms.GetCursor();
        for (int doc = cursor.NextDoc(); doc != DocIdCursor.Exhausted; doc = cursor.NextDoc())
        {
            values[doc] = cursor.LongValue;
        }

        return FromValues(values);
    }

    /// <summary>All norms as bytes, one a document, when they are kept so; otherwise empty.</summary>
    public ReadOnlySpan<sbyte> Bytes => _field is null ? _bytes.Span : _field.Dense;

    /// <summary>The norm of a document where <see cref="Bytes"/> is empty; never 0.</summary>
    public long this[int docId]
    {
        get
        {
            long norm = _wide is null ? 1 : _wide[docId];
            return norm == 0 ? 1 : norm;
        }
    }
}
