namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// Finds a torn-off piece between two halves of a paragraph: one or two lines with a page top before and after, which
/// the text before does not lead into.
/// </summary>
internal static class StrayFinder
{
    public static void Label(string text, List<SourceLine> lines, WordEvidence words)
    {
        for (int i = 1; i + 1 < lines.Count; i++)
        {
            SourceLine before = lines[i - 1], stray = lines[i], after = lines[i + 1];
            if (!stray.PageTop || !after.PageTop || !before.IsText || !stray.IsText || !after.IsText
                || LineText.EndsSentence(LineText.Of(text, before)) || stray.Width * 4 > before.Width * 3)
            {
                continue;
            }

            ReadOnlySpan<char> content = LineText.Of(text, stray);
            bool fits = words.Affinity(text[before.End - 1], text[after.Start])
                >= words.Affinity(text[before.End - 1], text[stray.Start]);
            if (fits && LineText.EndsSentence(content) && (HasUnmatchedClosing(content) || IsFundingNote(content)))
            {
                stray.Label = LineLabel.FootnoteStart;
                stray.Rule = "stray";
            }
        }
    }

    private static bool HasUnmatchedClosing(ReadOnlySpan<char> content)
    {
        int depth = 0;
        foreach (char c in content)
        {
            depth += c is '（' or '(' or '《' or '「' ? 1 : c is '）' or ')' or '》' or '」' ? -1 : 0;
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFundingNote(ReadOnlySpan<char> content) =>
        content.IndexOf("基金", StringComparison.Ordinal) >= 0 || content.IndexOf("项目编号", StringComparison.Ordinal) >= 0
        || content.IndexOf("阶段性成果", StringComparison.Ordinal) >= 0;
}
