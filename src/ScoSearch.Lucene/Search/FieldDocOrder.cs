using System.Text;

namespace ScoSearch.Lucene.Search;

/// <summary>Compares hits of one sorted search that come from different collectors. Thread-safe.</summary>
internal sealed class FieldDocOrder(Sort sort)
{
    public int Compare(ScoreDoc left, ScoreDoc right)
    {
        FieldDoc a = (FieldDoc)left, b = (FieldDoc)right;
        for (int i = 0; i < sort.Fields.Count; i++)
        {
            int order = Compare(sort.Fields[i], a.Fields[i], b.Fields[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Doc.CompareTo(right.Doc);
    }

    private static int Compare(SortField field, object? left, object? right)
    {
        if (left is null || right is null)
        {
            bool first = field.Missing is null ? !field.Reverse : field.Missing == MissingValue.First;
            return (left is null) == (right is null) ? 0 : (left is null) == first ? -1 : 1;
        }

        int natural = left is string text
            ? Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes((string)right))
            : SortableNumber.FromObject(left).CompareTo(SortableNumber.FromObject(right));
        return field.Reverse != (field.Type == SortFieldType.Score) ? -natural : natural;
    }
}
