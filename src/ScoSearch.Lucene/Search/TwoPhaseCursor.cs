using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>A match in two steps: documents that may match, cheaply, and a check of the current one. Not thread-safe.</summary>
internal abstract class TwoPhaseCursor(DocIdCursor approximation)
{
    /// <summary>Cursor over a superset of the matches.</summary>
    public DocIdCursor Approximation { get; } = approximation;

    /// <summary>Rough number of simple operations that <see cref="Matches"/> takes, to order checks by cost.</summary>
    public abstract float MatchCost { get; }

    // The answer for _docId, kept because the check may use its data up and several evaluators may meet on a document.
    private int _docId = -1;
    private bool _matches;

    /// <summary>Whether the approximation's current document matches.</summary>
    public bool Matches()
    {
        int docId = Approximation.DocId;
        if (docId != _docId)
        {
            _docId = docId;
            _matches = Check();
        }

        return _matches;
    }

    /// <summary>Moves on until a document matches.</summary>
    /// <param name="docId">Where the approximation stands.</param>
    public int FirstMatch(int docId)
    {
        while (docId != DocIdCursor.Exhausted && !Matches())
        {
            docId = Approximation.NextDoc();
        }

        return docId;
    }

    /// <summary>Checks the approximation's current document; called once for each.</summary>
    protected abstract bool Check();
}
