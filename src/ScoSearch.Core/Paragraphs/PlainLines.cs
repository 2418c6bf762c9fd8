using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>The fall-back: every line with content is a paragraph, exactly as it stands.</summary>
internal static class PlainLines
{
    public static ReconstructedDocument Of(ExtractedText text)
    {
        List<Paragraph> paragraphs = [];
        foreach (ExtractedLine line in text.Lines)
        {
            ReadOnlySpan<char> raw = text.Text.AsSpan(line.Start, line.Length);
            int start = line.Start + (raw.Length - raw.TrimStart().Length);
            string content = raw.Trim().ToString();
            if (content.Length > 0)
            {
                paragraphs.Add(new Paragraph
                {
                    Number = paragraphs.Count + 1,
                    Kind = ParagraphKind.Body,
                    Text = content,
                    Page = line.Page,
                    Lines = [new LineRange(line.Number, line.Number)],
                    SourceMap = new OffsetMap([new OffsetRun(0, start, content.Length)]),
                });
            }
        }

        ReconstructionReport report = new()
        {
            ReaderName = text.ReaderName,
            Encoding = text.Encoding,
            LineCount = text.Lines.Count,
            ParagraphsByKind = new Dictionary<ParagraphKind, int> { [ParagraphKind.Body] = paragraphs.Count },
            Removed = text.RemovedByReader,
            FellBack = true,
        };
        return new ReconstructedDocument(text.Id, text.Path, paragraphs, text.Metadata, report);
    }
}
