using DocumentFormat.OpenXml.Wordprocessing;
using ScoSearch.Core.Documents;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace ScoSearch.Ingestion.Word;

/// <summary>Resolves paragraph styles with what they are based on. Not thread-safe.</summary>
internal sealed class WordStyles
{
    private const int MaxBasedOn = 20; // a chain that is longer runs in a circle

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    public WordStyles(Styles? styles)
    {
        foreach (Style style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                _styles.TryAdd(id, style);
            }
        }
    }

    /// <summary>The style of a paragraph; properties of the paragraph itself win.</summary>
    public ParagraphStyle Of(Paragraph paragraph)
    {
        ParagraphProperties? direct = paragraph.ParagraphProperties;
        int level = direct?.OutlineLevel?.Val?.Value is { } own ? own + 1 : 0;
        LineRole role = LineRole.Unknown;
        int numbering = 0, numberingLevel = 0;
        bool contents = false;
        string? id = direct?.ParagraphStyleId?.Val?.Value;
        for (int i = 0; i < MaxBasedOn && id is not null && _styles.TryGetValue(id, out Style? style); i++)
        {
            string name = style.StyleName?.Val?.Value?.Trim().ToLowerInvariant() ?? "";
            role = role == LineRole.Unknown ? RoleOf(name) : role;
            contents |= name.StartsWith("toc ", StringComparison.Ordinal) || name.StartsWith("目录", StringComparison.Ordinal);
            level = level == 0 ? LevelOf(style, name) : level;
            if (numbering == 0 && style.StyleParagraphProperties?.NumberingProperties is { } properties)
            {
                numbering = properties.NumberingId?.Val?.Value ?? 0;
                numberingLevel = properties.NumberingLevelReference?.Val?.Value ?? 0;
            }

            id = style.BasedOn?.Val?.Value;
        }

        return new ParagraphStyle(role, level is > 0 and < 10 ? level : 0, contents, numbering, numberingLevel);
    }

    private static int LevelOf(Style style, string name)
    {
        if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level)
        {
            return level + 1;
        }

        bool heading = name.StartsWith("heading ", StringComparison.Ordinal) || name.StartsWith("标题 ", StringComparison.Ordinal);
        return heading && char.IsAsciiDigit(name[^1]) ? name[^1] - '0' : 0;
    }

    private static LineRole RoleOf(string name) => name switch
    {
        "title" or "标题" => LineRole.Title,
        "subtitle" or "副标题" => LineRole.Subtitle,
        "quote" or "intense quote" or "引用" => LineRole.Quote,
        "caption" or "题注" => LineRole.Caption,
        _ => LineRole.Unknown,
    };
}
