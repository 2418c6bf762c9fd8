using System.Globalization;
using ScoSearch.Core.Querying;

namespace ScoSearch.Core.Tests.Querying;

/// <summary>Trees in a notation for tests: + required, - excluded, nothing optional.</summary>
internal static class TreeText
{
    public static string Of(QueryNode? node) => node switch
    {
        null => "nothing",
        BooleanNode join => $"({string.Join(' ', join.Clauses.Select(Of))})",
        BoostNode boost => string.Create(CultureInfo.InvariantCulture, $"{Of(boost.Inner)}^{boost.Boost}"),
        TextNode text => $"{Of(text.Field)}{text.Text}",
        PhraseNode phrase => $"{Of(phrase.Field)}\"{phrase.Text}\"{(phrase.Slop == 0 ? "" : $"~{phrase.Slop}")}",
        PatternNode pattern => Of(pattern.Field) + (pattern.IsRegex ? $"/{pattern.Pattern}/" : $"*{pattern.Pattern}*"),
        FuzzyNode fuzzy => $"{Of(fuzzy.Field)}{fuzzy.Text}~{fuzzy.MaxEdits}",
        ValueNode value => $"{value.Field}={value.Value}",
        ExistsNode exists => exists.Field is { } field ? $"{field}:any" : "all",
        RangeNode range => $"{range.Field}:{Of(range.Lower, true)}..{Of(range.Upper, false)}",
        _ => node.ToString(),
    };

    private static string Of(QueryClause clause) => clause.Role switch
    {
        ClauseRole.Required => "+",
        ClauseRole.Excluded => "-",
        _ => "",
    } + Of(clause.Node);

    private static string Of(QueryField? field) => field is null ? "" : field.Name + ":";

    private static string Of(RangeBound? bound, bool isLower) => bound is null
        ? "*"
        : isLower ? (bound.IsIncluded ? "[" : "{") + bound.Value : bound.Value + (bound.IsIncluded ? "]" : "}");
}
