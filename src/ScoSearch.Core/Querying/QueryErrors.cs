using System.Globalization;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Querying;

/// <summary>The mistakes that a query or a filter can have, in Chinese and English. Immutable; thread-safe.</summary>
/// <param name="parameter">The part of the request that is read: <c>q</c> or <c>filter</c>.</param>
internal sealed class QueryErrors(string parameter)
{
    /// <summary>Those of a query.</summary>
    public static QueryErrors OfQuery { get; } = new("q");

    /// <summary>Those of a filter.</summary>
    public static QueryErrors OfFilter { get; } = new("filter");

    private bool IsFilter => parameter == "filter";

    private string ChineseName => IsFilter ? "过滤条件" : "查询";

    private string EnglishName => IsFilter ? "filter" : "query";

    /// <summary>Something else should stand at a place.</summary>
    /// <param name="position">The place.</param>
    /// <param name="chinese">What should, in Chinese.</param>
    /// <param name="english">What should, in English.</param>
    /// <param name="found">What does; null for the end.</param>
    public SearchException Expected(int position, string chinese, string english, char? found) => new(
        IsFilter ? "filter_syntax" : "query_syntax",
        Invariant($"{ChineseName}第 {position} 位处应为{chinese}，却是{(found is char c ? $"“{QuerySigns.Show(c)}”" : "结尾")}。"),
        Invariant($"The {EnglishName} is wrong at position {position}: expected {english}, found {Found(found)}."),
        parameter,
        position);

    /// <summary>A quotation mark, a regular expression or a parenthesis has no end.</summary>
    public SearchException NotClosed(int position, char opener, string closer) => new(
        IsFilter ? "filter_syntax" : "query_syntax",
        Invariant($"{ChineseName}第 {position} 位的“{opener}”没有与之配对的“{closer}”。"),
        Invariant($"The '{opener}' at position {position} of the {EnglishName} has no closing '{closer}'."),
        parameter,
        position);

    /// <summary>There is no such field.</summary>
    public SearchException UnknownField(int position, string hintChinese = "", string hintEnglish = "") => new(
        "unknown_field",
        Invariant($"{ChineseName}第 {position} 位处不是字段名。可用的字段：{QueryField.Names}。{hintChinese}"),
        Invariant($"There is no field of the name at position {position} of the {EnglishName}. Fields: {QueryField.Names}.{hintEnglish}"),
        parameter,
        position);

    /// <summary>A field does not have such values.</summary>
    public SearchException BadValue(int position, QueryField field, string chinese, string english) => new(
        "invalid_value",
        Invariant($"{ChineseName}第 {position} 位处不是字段 {field.Name} 的值：应为{chinese}。"),
        Invariant($"The value at position {position} of the {EnglishName} is none of field {field.Name}: expected {english}."),
        parameter,
        position);

    /// <summary>A field cannot be asked for in such a way.</summary>
    public SearchException BadUse(int position, QueryField field, string chinese, string english) => new(
        "invalid_operator",
        Invariant($"{ChineseName}第 {position} 位处：字段 {field.Name} 不能{chinese}。"),
        Invariant($"Position {position} of the {EnglishName}: field {field.Name} cannot be {english}."),
        parameter,
        position);

    /// <summary>It is longer than allowed.</summary>
    public SearchException TooLong(int length) => new(
        IsFilter ? "filter_too_long" : "query_too_long",
        Invariant($"{ChineseName}有 {length} 个字符（UTF-16），最多 {QueryLimits.Length} 个。"),
        Invariant($"The {EnglishName} has {length} UTF-16 units; at most {QueryLimits.Length} are allowed."),
        parameter,
        QueryLimits.Length);

    /// <summary>It exceeds a limit other than the length.</summary>
    /// <param name="position">Where; null when it is no place.</param>
    /// <param name="chinese">What there is too much of.</param>
    /// <param name="english">What there is too much of.</param>
    /// <param name="limit">How much there may be.</param>
    public SearchException TooComplex(int? position, string chinese, string english, int limit) => new(
        IsFilter ? "filter_too_complex" : "query_too_complex",
        Invariant($"{ChineseName}太复杂{(position is int at ? Invariant($"（第 {at} 位）") : "")}：{chinese}最多 {limit}。"),
        Invariant($"The {EnglishName} is too complex{(position is int a ? Invariant($" at position {a}") : "")}: at most {limit} {english}."),
        parameter,
        position);

    /// <summary>A number is out of its range.</summary>
    public SearchException OutOfRange(int position, string chinese, string english, string range) => new(
        IsFilter ? "filter_syntax" : "query_syntax",
        Invariant($"{ChineseName}第 {position} 位处：{chinese}应为 {range}。"),
        Invariant($"Position {position} of the {EnglishName}: the {english} must be {range}."),
        parameter,
        position);

    private static string Found(char? found) => found is char c ? $"'{QuerySigns.Show(c)}'" : "the end";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
