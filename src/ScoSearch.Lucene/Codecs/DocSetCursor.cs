using System.Runtime.CompilerServices;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs;

/// <summary>Cursor over the documents that have a value, and the rank of the current one. Not thread-safe.</summary>
/// <remarks>One sealed class for all three shapes: a well-predicted branch costs less than a virtual call.</remarks>
internal sealed class DocSetCursor
{
    private readonly IndexedDisi? _disi;

    // Documents 0 to _end - 1 all have a value; used without _disi.
    private readonly int _end;
    private int _docId = -1;

    /// <summary>The first documents, all of them.</summary>
    public DocSetCursor(int end) => _end = end;

    /// <summary>The documents of a set.</summary>
    public DocSetCursor(IndexedDisi disi) => _disi = disi;

    /// <summary>The current document.</summary>
    public int DocId => _docId;

    /// <summary>Number of documents with a value before the current one.</summary>
    public long Rank
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _disi is null ? _docId : _disi.Rank;
    }

    /// <summary>Number of documents with a value.</summary>
    public long Cost => _disi is null ? _end : _disi.Cost;

    public int NextDoc() => _docId == DocIdCursor.Exhausted ? _docId : Advance(_docId + 1);

    public int Advance(int target)
    {
        _docId = _disi is null
            ? target < _end ? target : DocIdCursor.Exhausted
            : _disi.Advance(target);
        return _docId;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AdvanceExact(int target)
    {
        _docId = target;
        return _disi is null ? target < _end : _disi.AdvanceExact(target);
    }
}
