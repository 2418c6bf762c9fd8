using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Turns extracted text into paragraphs. Stateless and thread-safe; the same input gives the same output.</summary>
public static class ParagraphReconstructor
{
    /// <summary>Reconstructs the paragraphs of one document.</summary>
    /// <param name="text">What a reader got out of the file.</param>
    /// <returns>The paragraphs in reading order, metadata and a report. Nothing is lost: see the report.</returns>
    /// <remarks>Linear in the length of the text; holds the text, its lines and its paragraphs.</remarks>
    public static ReconstructedDocument Reconstruct(ExtractedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
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

        ReconstructionReport report = new() { ReaderName = text.ReaderName, Encoding = text.Encoding };
        return new ReconstructedDocument(text.Id, text.Path, paragraphs, text.Metadata, report);
    }
}
