using System.Globalization;
using ScoSearch.Core.Documents;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Querying;

/// <summary>Makes queries of values and ranges of fields that are not text. Immutable; thread-safe.</summary>
/// <param name="errors">How to speak of mistakes.</param>
internal sealed class ValueQueries(QueryErrors errors)
{
    private static readonly TextFolder Digits = new(TextFolding.Width);

    /// <summary>What has a value.</summary>
    /// <exception cref="Searching.SearchException">The field has no such values.</exception>
    public Query Equal(ValueNode node)
    {
        QueryField field = node.Field;
        int at = node.Place.Start;
        switch (field.Type)
        {
            case FieldKind.Date:
                PartialDate date = ReadDate(field, node.Value, at);
                return date.Day > 0
                    ? new TermQuery(new Term(field.Terms, date.Text))
                    : new PrefixQuery(new Term(field.Terms, date.Text));
            case FieldKind.Year:
                return new TermQuery(new Term(field.Terms, ReadYear(field, node.Value, at)));
            case FieldKind.Number:
                long number = ReadNumber(field, node.Value, at);
                return new NumericDocValuesRangeQuery(field.Terms, number, number);
            case FieldKind.ParagraphKind:
                return new TermQuery(new Term(field.Terms, ReadKind(field, node.Value, at).NameOf()));
            default:
                return new TermQuery(new Term(field.Terms, node.Value));
        }
    }

    /// <summary>What lies in a range.</summary>
    /// <exception cref="Searching.SearchException">The field has no order, or no such values.</exception>
    public Query Range(RangeNode node)
    {
        QueryField field = node.Field;
        return field.Type switch
        {
            FieldKind.Date => DateRange(node),
            FieldKind.Year => new TermRangeQuery(
                field.Terms,
                node.Lower is { } first ? ReadYear(field, first.Value, first.Place.Start) : null,
                node.Upper is { } last ? ReadYear(field, last.Value, last.Place.Start) : null,
                node.Lower?.IsIncluded ?? true,
                node.Upper?.IsIncluded ?? true),
            FieldKind.Number => new NumericDocValuesRangeQuery(
                field.Terms,
                node.Lower is { } least ? ReadNumber(field, least.Value, least.Place.Start) + (least.IsIncluded ? 0 : 1) : 0,
                node.Upper is { } most ? ReadNumber(field, most.Value, most.Place.Start) - (most.IsIncluded ? 0 : 1) : long.MaxValue),
            _ => throw errors.BadUse(node.Place.Start, field, "比较大小", "compared by order"),
        };
    }

    // A bound that is not a whole day is a period: what is after it begins behind its end.
    private TermRangeQuery DateRange(RangeNode node)
    {
        string? lower = null;
        string? upper = null;
        if (node.Lower is { } first)
        {
            PartialDate date = ReadDate(node.Field, first.Value, first.Place.Start);
            lower = first.IsIncluded ? date.First : date.Next;
        }

        if (node.Upper is { } last)
        {
            PartialDate date = ReadDate(node.Field, last.Value, last.Place.Start);
            upper = last.IsIncluded ? date.Next : date.First;
        }

        return new TermRangeQuery(node.Field.Terms, lower, upper, includesLower: true, includesUpper: false);
    }

    private PartialDate ReadDate(QueryField field, string value, int at) => PartialDate.TryParse(value, out PartialDate date)
        ? date
        : throw errors.BadValue(at, field, " 2024、2024-07 或 2024-07-06 这样的日期", "a date such as 2024, 2024-07 or 2024-07-06");

    private string ReadYear(QueryField field, string value, int at)
    {
        string digits = Digits.Fold(value).Trim();
        return digits.Length is > 0 and <= 4 && digits.All(char.IsAsciiDigit)
            ? digits.PadLeft(4, '0')
            : throw errors.BadValue(at, field, " 0 至 9999 的年份", "a year from 0 to 9999");
    }

    private long ReadNumber(QueryField field, string value, int at) =>
        int.TryParse(Digits.Fold(value), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw errors.BadValue(at, field, " 0 至 2147483647 的整数", "a whole number from 0 to 2147483647");

    private ParagraphKind ReadKind(QueryField field, string value, int at)
    {
        string names = string.Join(", ", ParagraphKinds.All.Select(kind => kind.NameOf()));
        return ParagraphKinds.TryParse(Digits.Fold(value).Trim(), out ParagraphKind kind)
            ? kind
            : throw errors.BadValue(at, field, $"下列之一：{names}", $"one of {names}");
    }
}
