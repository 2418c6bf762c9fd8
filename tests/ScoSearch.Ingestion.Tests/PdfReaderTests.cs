using System.IO;
using System.Text;
using ScoSearch.Core.Documents;
using ScoSearch.TestSupport;

namespace ScoSearch.Ingestion.Tests;

public sealed class PdfReaderTests
{
    [Fact]
    public void Read_ToolMissing_NamesTheTool()
    {
        ReadingOptions options = new() { PdfToTextPath = Path.Combine(Path.GetTempPath(), "no-such-pdftotext") };

        DocumentReadException error = Ingesting.Read("%PDF-1.4"u8.ToArray(), "a.pdf", options).Error!;

        Assert.Equal(DocumentReadError.ToolMissing, error.Error);
        Assert.Contains("pdftotext", error.Message, StringComparison.Ordinal);
    }

    [PdfToolFact]
    public void Read_Garbage_IsMalformed() =>
        Assert.Equal(DocumentReadError.Malformed, Ingesting.ErrorOf(Encoding.ASCII.GetBytes("%PDF-1.4 nothing more"), "a.pdf"));

    [PdfToolFact]
    public void Read_NoTime_TimesOut() => Assert.Equal(DocumentReadError.TimedOut, Ingesting.ErrorOf(
        "%PDF-1.4"u8.ToArray(), "a.pdf", new ReadingOptions { ToolTimeout = TimeSpan.Zero }));

    [PdfToolFact(NeedsSharedData = true)]
    public void Read_ManualChapter_ParagraphsAcrossLinesAreWhole()
    {
        string path = SharedData.PathOf("data", "eval", "messy", "manual-chapter.pdf");

        ReconstructedDocument document = Ingesting.OneFile(path);

        Assert.Equal(3, document.Report.PageCount);
        Assert.Equal(3, document.Report.ParagraphsByKind[ParagraphKind.Noise]);
        Assert.Contains(document.Paragraphs, p => p.Text.StartsWith("1997年LSTC公司将", StringComparison.Ordinal)
            && p.Text.EndsWith("LS-POST。", StringComparison.Ordinal));
    }

    [PdfToolFact(NeedsSharedData = true)]
    public void Read_Report_HeadsArePutAside()
    {
        string path = SharedData.PathOf("data", "eval", "messy", "quarterly-report.pdf");

        ReconstructedDocument document = Ingesting.OneFile(path);

        Assert.Equal(22, document.Report.PageCount);
        Assert.Equal(22, document.Paragraphs.Count(p => p.Kind == ParagraphKind.Noise
            && p.Text.EndsWith("第一季度报告全文", StringComparison.Ordinal)));
        Assert.Contains(document.Paragraphs, p => p.Text.StartsWith("营业收入（元）\t", StringComparison.Ordinal));
    }
}
