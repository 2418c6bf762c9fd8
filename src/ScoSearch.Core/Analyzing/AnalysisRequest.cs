using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Analyzing;

/// <summary>Asks how a query and a paragraph are cut, and whether and why they fit. Immutable; safe to share between threads.</summary>
public sealed record AnalysisRequest
{
    /// <summary>Longest <see cref="Text"/>, in UTF-16 units.</summary>
    public const int MaxTextLength = 100_000;

    /// <summary>A query, at most <see cref="SearchRequest.MaxQueryLength"/> UTF-16 units; null for none.</summary>
    public string? Query { get; init; }

    /// <summary>How <see cref="Query"/> is read; the default is <see cref="QuerySyntax.Simple"/>.</summary>
    public QuerySyntax Syntax { get; init; }

    /// <summary>A text to cut as a paragraph; null for none. Not together with <see cref="ParagraphId"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Id of a paragraph of the index; null for none.</summary>
    public string? ParagraphId { get; init; }

    /// <summary>Language of the reason; the default is Chinese.</summary>
    public MessageLanguage Language { get; init; }

    /// <exception cref="ArgumentException">There is nothing to analyse, too much, or two texts.</exception>
    internal void Validate()
    {
        if (Query is null && Text is null && ParagraphId is null)
        {
            throw new SearchException("nothing_to_analyze", "没有要分析的查询或文本。", "There is no query and no text to analyse.", "text");
        }

        if (Text is not null && ParagraphId is not null)
        {
            throw new SearchException(
                "two_texts", "文本与段落编号只能给一个。", "Give either a text or a paragraph id, not both.", "paragraphId");
        }

        if (Text?.Length > MaxTextLength)
        {
            throw new SearchException(
                "text_too_long",
                $"文本有 {Text.Length} 个字符，最多 {MaxTextLength} 个。",
                $"The text has {Text.Length} characters; at most {MaxTextLength} are allowed.",
                "text");
        }

        new SearchRequest(Query ?? "") { Syntax = Syntax }.Validate();
    }
}
