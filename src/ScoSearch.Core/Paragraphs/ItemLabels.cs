namespace ScoSearch.Core.Paragraphs;

/// <summary>Labels in lenticular brackets that open paragraph after paragraph, as questions of a test bank have them.</summary>
internal static class ItemLabels
{
    private const int MinParagraphs = 3;
    private const int MaxLabel = 20;

    /// <summary>The labels that open three paragraphs or more.</summary>
    public static HashSet<string> Find(List<Block> blocks)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (Block block in blocks)
        {
            string label = Of(block.Composed.Text);
            if (label.Length > 0)
            {
                counts[label] = counts.GetValueOrDefault(label) + 1;
            }
        }

        return [.. counts.Where(c => c.Value >= MinParagraphs).Select(c => c.Key)];
    }

    /// <summary>The label with its brackets that a paragraph opens with, before text of its own; or "".</summary>
    public static string Of(string text)
    {
        int end = text is ['【', ..] ? text.AsSpan(0, Math.Min(text.Length, MaxLabel)).IndexOf('】') : -1;
        return end > 1 && end + 1 < text.Length ? text[..(end + 1)] : "";
    }
}
