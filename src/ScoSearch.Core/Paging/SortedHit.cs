namespace ScoSearch.Core.Paging;

/// <summary>A matching paragraph with what it is sorted by, most important first. Immutable.</summary>
/// <param name="DateKey">Small is early in the order; 0 when the date does not count.</param>
/// <param name="Document">Number of its document.</param>
/// <param name="Number">Its number in the document.</param>
/// <param name="Doc">Index-wide doc id.</param>
/// <param name="Score">Its score, which does not count.</param>
internal readonly record struct SortedHit(int DateKey, int Document, long Number, int Doc, float Score)
    : IComparable<SortedHit>
{
    /// <inheritdoc/>
    public int CompareTo(SortedHit other) =>
        (DateKey, Document, Number, Doc).CompareTo((other.DateKey, other.Document, other.Number, other.Doc));

    public static bool operator <(SortedHit left, SortedHit right) => left.CompareTo(right) < 0;

    public static bool operator >(SortedHit left, SortedHit right) => left.CompareTo(right) > 0;

    public static bool operator <=(SortedHit left, SortedHit right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SortedHit left, SortedHit right) => left.CompareTo(right) >= 0;
}
