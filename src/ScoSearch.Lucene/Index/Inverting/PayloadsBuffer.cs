using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>The payloads of one field in memory. Not thread-safe.</summary>
/// <remarks>
/// Most fields have none, and most occurrences of the others have none: so they stand apart from the postings, as a
/// chain for each term, in the order of the occurrences.
/// </remarks>
internal sealed class PayloadsBuffer(RamCounter ram)
{
    private const int End = -1;

    // Rough size of the entry of a term in the dictionary below.
    private const int ChainSize = 32;

    private readonly List<Entry> _entries = [];
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<int, Chain> _chains = [];
    private int _next = End;

    private static unsafe int EntrySize => sizeof(Entry);

    /// <summary>Adds a payload.</summary>
    /// <param name="term">Number of the term.</param>
    /// <param name="docId">Not below that of the call before.</param>
    /// <param name="occurrence">Number of the occurrence of the term in the document, from 0; rising in a document.</param>
    /// <param name="payload">Not empty.</param>
    public void Add(int term, int docId, int occurrence, ReadOnlySpan<byte> payload)
    {
        int number = _entries.Count;
        _entries.Add(new Entry(docId, occurrence, _bytes.Count, payload.Length, End));
        _bytes.AddRange(payload);
        ref Chain chain = ref CollectionsMarshal.GetValueRefOrAddDefault(_chains, term, out bool exists);
        if (exists)
        {
            CollectionsMarshal.AsSpan(_entries)[chain.Last].Next = number;
            chain.Last = number;
        }
        else
        {
            chain = new Chain { First = number, Last = number };
            ram.Add(ChainSize);
        }

        ram.Add(EntrySize + payload.Length);
    }

    /// <summary>Makes the payloads of a term the ones to take.</summary>
    public void StartTerm(int term) => _next = _chains.TryGetValue(term, out Chain chain) ? chain.First : End;

    /// <summary>The payload of the next occurrence of the term; empty when it has none. Asked in order.</summary>
    public ReadOnlySpan<byte> Take(int docId, int occurrence)
    {
        if (_next == End)
        {
            return [];
        }

        Entry entry = _entries[_next];
        if (entry.DocId != docId || entry.Occurrence != occurrence)
        {
            return [];
        }

        _next = entry.Next;
        return CollectionsMarshal.AsSpan(_bytes).Slice(entry.Start, entry.Length);
    }

    private struct Chain
    {
        public int First;
        public int Last;
    }

    private struct Entry(int docId, int occurrence, int start, int length, int next)
    {
        public readonly int DocId = docId;
        public readonly int Occurrence = occurrence;
        public readonly int Start = start;
        public readonly int Length = length;
        public int Next = next;
    }
}
