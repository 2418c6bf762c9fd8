using AngleSharp.Dom;

namespace ScoSearch.Ingestion.Html;

/// <summary>Finds the element that holds the main text of a page.</summary>
/// <remarks>
/// Each paragraph gives its parent a point for each comma and each hundred characters, and its grandparent half of it;
/// links count against the element. (The idea is that of the "readability" bookmarklet, Arc90 2009.)
/// </remarks>
internal static class MainTextFinder
{
    private const int MinParagraph = 16;

    private static readonly string[] BlockParents = ["DIV", "ARTICLE", "SECTION", "MAIN", "TD", "BODY"];

    public static IElement? Find(IElement body)
    {
        Dictionary<IElement, double> scores = [];
        foreach (IElement paragraph in body.QuerySelectorAll("p, pre, div, td, section, article"))
        {
            bool block = BlockParents.Contains(paragraph.TagName);
            string own = block ? OwnText(paragraph) : paragraph.TextContent;
            if (own.Length < MinParagraph || HtmlNoise.IsNoise(paragraph))
            {
                continue;
            }

            double points = 1 + own.AsSpan().Count('，') + own.AsSpan().Count(',') + own.AsSpan().Count('。') + (own.Length / 100.0);
            points *= 1 - LinkShare(paragraph);
            IElement? parent = block ? paragraph : paragraph.ParentElement;
            Give(scores, parent, points);
            Give(scores, parent?.ParentElement, points / 2);
        }

        return scores.Count == 0 ? null
            : scores.Where(s => !HtmlNoise.IsInNoise(s.Key)).OrderByDescending(s => s.Value * (1 - LinkShare(s.Key)))
                .Select(s => s.Key).FirstOrDefault();
    }

    private static void Give(Dictionary<IElement, double> scores, IElement? element, double points)
    {
        if (element is not null)
        {
            scores[element] = scores.GetValueOrDefault(element) + points;
        }
    }

    private static string OwnText(IElement element) =>
        string.Concat(element.ChildNodes.OfType<IText>().Select(t => t.Data.Trim()));

    private static double LinkShare(IElement element)
    {
        int all = element.TextContent.Length;
        return all == 0 ? 0 : Math.Min(1, element.QuerySelectorAll("a").Sum(a => a.TextContent.Length) / (double)all);
    }
}
