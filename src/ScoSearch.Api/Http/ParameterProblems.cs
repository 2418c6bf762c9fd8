using System.Globalization;

namespace ScoSearch.Api.Http;

/// <summary>What can be wrong with a parameter.</summary>
internal static class ParameterProblems
{
    private const int ShownLength = 40;

    public static Problem Unknown(string name, IReadOnlyList<Parameter> known)
    {
        string shown = Shorten(name);
        string names = string.Join(", ", known.Select(parameter => parameter.Name));
        return Create(
            "unknown_parameter",
            name.Length <= ShownLength ? name : shown,
            $"没有参数 {shown}；可用的有 {names}。",
            $"There is no parameter {shown}; known are {names}.");
    }

    public static Problem Missing(Parameter parameter) => Create(
        CodeOf(parameter), parameter.Name, $"缺少参数 {parameter.Name}。", $"The parameter {parameter.Name} is missing.");

    public static Problem Repeated(Parameter parameter) => Create(
        CodeOf(parameter), parameter.Name, $"参数 {parameter.Name} 只能有一个值。", $"The parameter {parameter.Name} takes one value.");

    public static Problem NotAmong(Parameter parameter, string found)
    {
        string values = string.Join(", ", parameter.Values);
        string shown = Shorten(found);
        return Create(
            CodeOf(parameter),
            parameter.Name,
            $"参数 {parameter.Name} 不能是 {shown}；可取 {values}。",
            $"The parameter {parameter.Name} cannot be {shown}; it takes {values}.");
    }

    public static Problem Wrong(Parameter parameter)
    {
        string low = Format(parameter.Minimum);
        string high = Format(parameter.Maximum);
        (string chinese, string english) = parameter.Kind switch
        {
            ParameterKind.Text => ($"应有 {low} 至 {high} 个字符，且不能为空白", $"must have {low} to {high} characters that are not all blank"),
            ParameterKind.Whole => ($"应是 {low} 至 {high} 之间的整数", $"must be a whole number from {low} to {high}"),
            ParameterKind.Number => ($"应是 {low} 至 {high} 之间的数", $"must be a number from {low} to {high}"),
            _ => ("应是 true 或 false", "must be true or false"),
        };
        return Create(CodeOf(parameter), parameter.Name, $"参数 {parameter.Name} {chinese}。", $"The parameter {parameter.Name} {english}.");
    }

    public static Problem NoDate(Parameter parameter) => Create(
        CodeOf(parameter),
        parameter.Name,
        $"参数 {parameter.Name} 应是带年份的日期，如 2024-07-06 或 2024年7月6日。",
        $"The parameter {parameter.Name} must be a date with a year, such as 2024-07-06 or 2024年7月6日.");

    private static string CodeOf(Parameter parameter) => parameter.Name == "q" ? "bad_query" : "bad_parameter";

    private static string Format(double number) => number.ToString(CultureInfo.InvariantCulture);

    // What a client sent is shown, but neither at length nor with characters that could break a line of a log.
    private static string Shorten(string text)
    {
        string clean = new([.. text.Take(ShownLength).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);
        return text.Length > ShownLength ? clean + "…" : clean;
    }

    private static Problem Create(string code, string parameter, string chinese, string english) =>
        new(StatusCodes.Status400BadRequest, code, chinese, english) { Parameter = parameter };
}
