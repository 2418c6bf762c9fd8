using System.Globalization;
using System.Text;
using ScoSearch.Lucene.Search;

namespace ScoSearch.TestSupport.Generators;

/// <summary>Sort orders and results in the judge's form.</summary>
public static class EngineSorts
{
    /// <summary>The sort order of a specification.</summary>
    public static Sort Parse(string specification) =>
        new([.. SExpression.ParseAll(specification).Select(Key)]);

    /// <summary>Our result as the judge would give it.</summary>
    public static JudgeHits Describe(TopDocs found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new JudgeHits(
            found.TotalHits.Value,
            found.TotalHits.Relation == TotalHitsRelation.EqualTo,
            [.. found.ScoreDocs.Select(Hit)]);
    }

    private static JudgeHit Hit(ScoreDoc hit) => new(
        hit.Doc,
        float.IsNaN(hit.Score) ? "-" : Bits(hit.Score),
        hit is FieldDoc sorted ? string.Join(',', sorted.Fields.Select(Value)) : "");

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => "s:" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        float score => "f:" + Bits(score),
        _ => string.Create(CultureInfo.InvariantCulture, $"n:{value}"),
    };

    private static string Bits(float value) =>
        BitConverter.SingleToUInt32Bits(value).ToString("x8", CultureInfo.InvariantCulture);

    private static SortField Key(SExpression e)
    {
        bool reverse = e.Has("reverse");
        return e.Head switch
        {
            "score" => new SortField(null, SortFieldType.Score, reverse),
            "doc" => new SortField(null, SortFieldType.Doc, reverse),
            "long" => new SortField(e.Text(1), SortFieldType.Long, reverse) { Missing = Missing(e, reverse) },
            "int" => new SortField(e.Text(1), SortFieldType.Int, reverse) { Missing = Missing(e, reverse) },
            "string" => new SortField(e.Text(1), SortFieldType.String, reverse) { Missing = Missing(e, reverse) },
            _ => throw new FormatException($"the engine does not sort by {e.Head}"),
        };
    }

    // The reference turns missing values round together with the others; ours stay where they are told.
    private static MissingValue? Missing(SExpression e, bool reverse)
    {
        SExpression? missing = e.From(1).FirstOrDefault(p => !p.IsAtom && p.Head == "missing");
        if (missing is null)
        {
            return null;
        }

        bool first = missing.Text(1) is "first" or "-9223372036854775808" or "-2147483648";
        return first != reverse ? MissingValue.First : MissingValue.Last;
    }
}
