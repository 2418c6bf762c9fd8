using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Compares documents by one sort key and keeps the keys of the hits in a queue, by slot. Not thread-safe.</summary>
internal abstract class FieldComparator
{
    public static FieldComparator Create(SortField field, int count) => field.Type switch
    {
        SortFieldType.String => new StringComparatorByOrd(field, count),
        _ => new NumberComparator(field, count),
    };

    /// <summary>Documents come from this segment from now on.</summary>
    public abstract void SetLeaf(LeafReaderContext leaf);

    /// <summary>Reads the key of a document; later calls are about it.</summary>
    public abstract void Read(int docId, float score);

    /// <summary>Order of the document read before (negative) or after (positive) the slot's hit.</summary>
    public abstract int CompareTo(int slot);

    /// <summary>Order of the document read before or after the value given to <see cref="SetAfter"/>.</summary>
    public abstract int CompareToAfter();

    /// <summary>Order of two slots.</summary>
    public abstract int Compare(int left, int right);

    /// <summary>Keeps the key read in a slot.</summary>
    public abstract void Store(int slot);

    /// <summary>Sets the key of the last hit of the page before.</summary>
    public abstract void SetAfter(object? value);

    /// <summary>The key in a slot as users see it.</summary>
    public abstract object? GetValue(int slot);
}
