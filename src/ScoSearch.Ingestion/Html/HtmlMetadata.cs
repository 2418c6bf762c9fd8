using System.Text.Json;
using AngleSharp.Dom;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Html;

/// <summary>Reads metadata from the head of a page.</summary>
internal static class HtmlMetadata
{
    private static readonly JsonDocumentOptions LinkedData = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly (string Property, string Name)[] Properties =
        [("datePublished", "date"), ("pubDate", "date"), ("author", "author"), ("publisher", "source")];

    private static readonly string[] Names =
    [
        "og:title", "author", "article:author", "source", "og:site_name", "article:published_time", "publishdate", "pubdate",
        "description", "keywords", "og:url", "articletitle", "contentsource", "og:article:author",
    ];

    // Names on pages of Chinese authorities and of messengers.
    private static readonly Dictionary<string, string> KnownNames = new(StringComparer.Ordinal)
    {
        ["articletitle"] = "title", ["contentsource"] = "source", ["og:article:author"] = "author",
    };

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
                    found.Add(KnownNames.GetValueOrDefault(name, name), meta.GetAttribute("content"));
                }
            }
        }

        AddLinkedData(page, found);
        found.Add("title", WithoutSite(page.Title));
        return found.ToMetadata();
    }

    // <script type="application/ld+json">: what the page says about itself to search engines.
    private static void AddLinkedData(IDocument page, MetadataCollector found)
    {
        foreach (IElement script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using JsonDocument data = JsonDocument.Parse(script.TextContent, LinkedData);
                AddLinkedData(data.RootElement, found);
            }
            catch (JsonException)
            {
                found.Add("linkedData", "damaged"); // written by hand or cut off; the page is read without it
            }
        }
    }

    private static void AddLinkedData(JsonElement data, MetadataCollector found)
    {
        if (data.ValueKind == JsonValueKind.Array && data.GetArrayLength() > 0)
        {
            data = data[0];
        }

        if (data.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach ((string property, string name) in Properties)
        {
            if (data.TryGetProperty(property, out JsonElement value))
            {
                found.Add(name, NameOf(value));
            }
        }
    }

    // A text, or the name of a person or organization.
    private static string? NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind != JsonValueKind.Array => NameOf(value[0]),
        _ => null,
    };

    /// <summary>The title without the name of the site after <c>_</c>, <c>-</c> or <c>|</c>.</summary>
    public static string WithoutSite(string? title)
    {
        string text = (title ?? "").Trim();
        int cut = text.AsSpan().IndexOfAny("_|－");
        int dash = text.IndexOf(" - ", StringComparison.Ordinal);
        dash = dash < 0 ? text.IndexOf("--", StringComparison.Ordinal) : dash; // 老桥重开--社会--镇报网
        cut = cut < 0 ? dash : dash < 0 ? cut : Math.Min(cut, dash);
        if (cut < 0 && text.LastIndexOf('-') is >= 8 and int last && text.Length - last <= 9
            && text.AsSpan(last + 1).IndexOfAnyInRange('0', 'z') < 0)
        {
            cut = last; // …-新华网
        }

        return cut >= 4 ? text[..cut].Trim() : text;
    }
}
