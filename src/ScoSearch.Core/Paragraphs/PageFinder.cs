namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// Finds page tops in texts without form feeds: some PDF tools begin the first line of a page with one blank, where no
/// other line is indented.
/// </summary>
internal static class PageFinder
{
    private const int MinLinesPerPage = 8;

    public static void MarkPageTops(List<SourceLine> lines)
    {
        if (lines.Count < MinLinesPerPage || lines.Exists(l => l.Page > 0))
        {
            return;
        }

        int single = 0, deeper = 0;
        foreach (SourceLine line in lines)
        {
            single += line.Indent == 1 ? 1 : 0;
            deeper += line.Indent > 1 ? 1 : 0;
        }

        if (single == 0 || deeper > lines.Count / 20 || single > (lines.Count / MinLinesPerPage) + 2)
        {
            return;
        }

        int page = 1;
        for (int i = 0; i < lines.Count; i++)
        {
            SourceLine line = lines[i];
            if (line.Indent == 1 && i > 0)
            {
                // of two page tops in a row the first is torn off the foot of the page before: no page is one line
                bool tornOff = i + 1 < lines.Count && lines[i + 1].Indent == 1;
                page += tornOff ? 0 : 1;
                line.PageTop = true;
            }

            line.Page = page;
        }
    }

    /// <summary>Counts pages by page numbers and running heads when nothing else shows pages.</summary>
    public static void MarkPagesByFurniture(List<SourceLine> lines)
    {
        if (lines.Exists(l => l.Page > 0) || !lines.Exists(l => l.Label == LineLabel.Furniture))
        {
            return;
        }

        int page = 1;
        bool afterFurniture = false, anyText = false;
        foreach (SourceLine line in lines)
        {
            if (line.Label == LineLabel.Furniture)
            {
                afterFurniture = anyText;
            }
            else
            {
                if (afterFurniture)
                {
                    page++;
                    line.PageTop = true;
                }

                afterFurniture = false;
                anyText = true;
            }

            line.Page = page;
        }
    }
}
