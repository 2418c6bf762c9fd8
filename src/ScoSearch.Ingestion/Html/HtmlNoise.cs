using AngleSharp.Dom;

namespace ScoSearch.Ingestion.Html;

/// <summary>Tells elements that are not part of the main text.</summary>
internal static class HtmlNoise
{
    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal)
    {
        "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "NAV", "FOOTER", "ASIDE", "FORM", "IFRAME", "BUTTON", "SELECT",
        "TEXTAREA", "SVG", "CANVAS", "OBJECT", "EMBED", "AUDIO", "VIDEO", "HEAD", "DIALOG",
    };

    private const int MaxButton = 6;

    private static readonly string[] Words =
    [
        "comment", "sidebar", "side-bar", "navbar", "breadcrumb", "related", "recommend", "copyright", "advert", "share",
        "pinglun", "toolbar", "pagination", "popup", "login", "footer", "qrcode", "hotlist", "ranking", "subscribe", "editor-info",
        "mustread", "xgxw", "guess", "relate",
    ];

    /// <summary>Whether the element itself is none of the main text.</summary>
    public static bool IsNoise(IElement element)
    {
        if (Tags.Contains(element.TagName) || element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true" || IsHidden(element.GetAttribute("style")))
        {
            return true;
        }

        return element.TagName is not ("BODY" or "HTML" or "ARTICLE" or "MAIN")
            && (HasWord(element.Id) || HasWord(element.ClassName)) && element.QuerySelector("h1") is null;
    }

    /// <summary>Whether a link leads nowhere and is no more than a word or two: a button such as <c>【纠错】</c>.</summary>
    public static bool IsButton(IElement element) => element.TagName == "A" && element.TextContent.Trim().Length is > 0 and <= MaxButton
        && element.GetAttribute("href")?.Trim() is { } target
        && (target.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || (target == "#" && element.HasAttribute("onclick")));

    /// <summary>Whether the element or one around it is none of the main text.</summary>
    public static bool IsInNoise(IElement element)
    {
        for (IElement? at = element; at is not null; at = at.ParentElement)
        {
            if (IsNoise(at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(string? name) =>
        !string.IsNullOrEmpty(name) && Array.Exists(Words, w => name.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static bool IsHidden(string? style) =>
        style?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;
}
