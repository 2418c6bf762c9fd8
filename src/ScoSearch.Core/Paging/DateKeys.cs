using ScoSearch.Core.Columns;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Paging;

/// <summary>Turns dates into numbers that sort in the order of a request.</summary>
internal static class DateKeys
{
    /// <summary>Key of a paragraph: small is early in the order; what has no date comes last in both directions.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="dates">Numbers of the dates.</param>
    /// <param name="values">Dates of the segment; null when it has none.</param>
    /// <param name="leaf">The segment.</param>
    /// <param name="docId">The paragraph, local to the segment; not less than the one before.</param>
    public static int Read(
        SearchSort sort, GlobalOrdinals? dates, SortedDocValues? values, LeafReaderContext leaf, int docId)
    {
        if (sort is not (SearchSort.DateAscending or SearchSort.DateDescending))
        {
            return 0;
        }

        if (dates is null || values?.AdvanceExact(docId) != true)
        {
            return int.MaxValue;
        }

        int date = dates.OfSegment(leaf)[values.OrdValue];
        return sort == SearchSort.DateAscending ? date : -date;
    }
}
