using AngleSharp.Dom;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Html;

/// <summary>Reads metadata from the head of a page.</summary>
internal static class HtmlMetadata
{
    private static readonly string[] Names =
    [
        "og:title", "author", "article:author", "source", "og:site_name", "article:published_time", "publishdate", "pubdate",
        "description", "keywords", "og:url",
    ];

    public static DocumentMetadata Of(IDocument page)
    {
        MetadataCollector found = new(MetadataOrigin.FileProperties);
        IElement[] metas = [.. page.QuerySelectorAll("meta[content]")];
        foreach (string name in Names)
        {
            foreach (IElement meta in metas)
            {
                string? key = meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("itemprop");
                bool template = meta.GetAttribute("content")!.Contains('@', StringComparison.Ordinal); // nobody's name
                if (!template && name.Equals(key?.Trim(), StringComparison.OrdinalIgnoreCase))
                {
                    found.Add(name, meta.GetAttribute("content"));
                }
            }
        }

        found.Add("title", WithoutSite(page.Title));
        return found.ToMetadata();
    }

    /// <summary>The title without the name of the site after <c>_</c>, <c>-</c> or <c>|</c>.</summary>
    public static string WithoutSite(string? title)
    {
        string text = (title ?? "").Trim();
        int cut = text.AsSpan().IndexOfAny("_|－");
        int dash = text.IndexOf(" - ", StringComparison.Ordinal);
        cut = cut < 0 ? dash : dash < 0 ? cut : Math.Min(cut, dash);
        if (cut < 0 && text.LastIndexOf('-') is >= 8 and int last && text.Length - last <= 9
            && text.AsSpan(last + 1).IndexOfAnyInRange('0', 'z') < 0)
        {
            cut = last; // …-新华网
        }

        return cut >= 4 ? text[..cut].Trim() : text;
    }
}
