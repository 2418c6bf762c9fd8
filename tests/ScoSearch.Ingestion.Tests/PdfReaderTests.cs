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

    [PdfToolFact(NeedsSharedData = true)]
    public void Read_Report_RowsAreWholeAndFormsNoHeadings()
    {
        ReconstructedDocument document = Ingesting.OneFile(SharedData.PathOf("data", "eval", "messy", "quarterly-report.pdf"));

        string[] rows = [.. document.Paragraphs.Where(p => p.Kind == ParagraphKind.Body).Select(p => p.Text)];
        Assert.Contains("归属于上市公司股东的扣除非经常性损益的净利润（元）\t-7,889,855.34\t-15,424,679.15\t48.85%", rows);
        Assert.Contains("泰达宏利基金－民生银行－泰达宏利策略分级31号资产管理计划\t基金\t1.23%\t10,739,518", rows);
        Assert.Contains("支付其他与经营活动有关的现金\t24,838,521.05\t10,924,933.19", rows);
        Assert.Contains("重大诉讼仲裁情况\t2017年07月07日\twww.cninfo.com.cn和www.hkexnews.hk", rows);
        Assert.Contains("1.重新计量设定受益计划净负债或净资产的变动", rows);
        Assert.DoesNotContain(document.Paragraphs, p => p.Kind == ParagraphKind.Heading && p.Text.AsSpan().ContainsAny('√', '□', '\t'));
        Assert.DoesNotContain(document.Paragraphs, p => p.Kind == ParagraphKind.Heading && p.Text.StartsWith("单位", StringComparison.Ordinal));
    }

    [PdfToolFact(NeedsSharedData = true)]
    public void Read_BookPage_ItsHeadIsNoTitle()
    {
        ReconstructedDocument document = Ingesting.OneFile(SharedData.PathOf("data", "eval", "messy", "book-page.pdf"));

        Assert.Equal(ParagraphKind.Noise, document.Paragraphs[0].Kind);
        Assert.DoesNotContain(document.Paragraphs, p => p.Kind is ParagraphKind.Title or ParagraphKind.Heading);
    }
}
