namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>An append-only array whose growth is counted. Not thread-safe.</summary>
internal sealed class CountedList<T>(RamCounter ram)
    where T : unmanaged
{
    private T[] _items = [];

    public int Count { get; private set; }

    public Span<T> Items => _items.AsSpan(0, Count);

    public unsafe void Add(T item)
    {
        if (Count == _items.Length)
        {
            int capacity = Math.Max(64, 2 * Count);
            ram.Add((long)(capacity - Count) * sizeof(T));
            Array.Resize(ref _items, capacity);
        }

        _items[Count++] = item;
    }

    public unsafe void AddRange(ReadOnlySpan<T> items)
    {
        if (items.Length > _items.Length - Count)
        {
            int capacity = (int)Math.Min(Array.MaxLength, Math.Max((long)Count + items.Length, 2L * _items.Length));
            ram.Add((long)(capacity - _items.Length) * sizeof(T));
            Array.Resize(ref _items, capacity);
        }

        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }
}
