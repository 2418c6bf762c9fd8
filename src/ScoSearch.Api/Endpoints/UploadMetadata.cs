using ScoSearch.Api.Http;
using ScoSearch.Api.Indexing;
using ScoSearch.Core.Text;

namespace ScoSearch.Api.Endpoints;

/// <summary>What a caller may say of a document, in the query string or in JSON, and whether it is sound.</summary>
internal static class UploadMetadata
{
    private const int MaxLength = 1000;

    private static readonly Parameter Title = Text("title", "标题", "title");
    private static readonly Parameter Author = Text("author", "作者", "author");
    private static readonly Parameter Source = Text("source", "来源", "source");

    private static readonly Parameter Date =
        new("date", ParameterKind.Text, "日期，如 2024-07-06、2024年7月6日", "date, such as 2024-07-06") { Maximum = 40 };

    /// <summary>The parameters.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Title, Author, Source, Date];

    /// <summary>What is wrong with the values, wherever they came from; null when nothing is.</summary>
    public static Problem? Check(UploadDescription description)
    {
        foreach ((Parameter parameter, string? value) in (ReadOnlySpan<(Parameter, string?)>)
            [(Title, description.Title), (Author, description.Author), (Source, description.Source), (Date, description.Date)])
        {
            if (value?.Length > parameter.Maximum)
            {
                return ParameterProblems.Wrong(parameter);
            }
        }

        return description.Date is { } date && ChineseDate.ToIso(date) is null ? ParameterProblems.NoDate(Date) : null;
    }

    private static Parameter Text(string name, string chinese, string english) =>
        new(name, ParameterKind.Text, chinese, english) { Maximum = MaxLength };
}
