namespace ScoSearch.Lucene.Index;

/// <summary>Base of all column cursors: forward-only, over the documents that have a value.</summary>
public abstract class DocValuesCursor : DocIdCursor
{
    /// <summary>Moves to exactly that document.</summary>
    /// <param name="target">At least <see cref="DocIdCursor.DocId"/>.</param>
    /// <returns>True when it has a value; afterwards <see cref="DocIdCursor.DocId"/> is <paramref name="target"/>
    /// either way.</returns>
    public abstract bool AdvanceExact(int target);
}
