using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Tests;

public sealed class DocxReaderTests
{
    private const string Note = """
        <w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>
        <w:footnote w:id="5"><w:p><w:r><w:t>《镇志》卷三。</w:t></w:r></w:p></w:footnote>
        """;

    [Fact]
    public void Read_StylesNumbersTablesNotes_AllCome()
    {
        string body = Docx.Paragraph("修桥记", "<w:pStyle w:val=\"t\"/>")
            + Docx.Paragraph("目录第一行", "<w:pStyle w:val=\"c\"/>")
            + Docx.Paragraph("缘起", "<w:pStyle w:val=\"a1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
            + Docx.Paragraph("老桥", "<w:pStyle w:val=\"a2\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>")
            + "<w:p><w:r><w:t>老桥建于清末，</w:t></w:r><w:r><w:footnoteReference w:id=\"5\"/></w:r><w:ins><w:r><w:t>桥面铺着青石板。</w:t></w:r></w:ins>"
            + "<w:del><w:r><w:delText>删去的话。</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc>" + Docx.Paragraph("年份") + "</w:tc><w:tc>" + Docx.Paragraph("间数") + "</w:tc></w:tr><w:tr><w:tc>"
            + Docx.Paragraph("2019") + "</w:tc><w:tc>" + Docx.Paragraph("36") + "</w:tc></w:tr></w:tbl>";

        ReconstructedDocument document = Ingesting.One(Docx.Build(body, Note), "a.docx");

        Assert.Equal(["title:修桥记", "heading:一、缘起", "heading:（1）老桥", "body:老桥建于清末，桥面铺着青石板。", "body:年份\t间数",
            "body:2019\t36", "footnote:[1] 《镇志》卷三。"], Ingesting.Lines(document));
        Assert.Equal(new FootnoteReference("[1]", 7, 7), Assert.Single(document.Paragraphs[3].Footnotes));
        Assert.Equal(["一、缘起", "（1）老桥"], document.Paragraphs[3].Section);
        Assert.Equal(["deleted-revision", "field-code", "table-of-contents"],
            document.Report.Removed.Select(r => r.Rule).Where(r => r != "footnote-marker"));
    }

    [Fact]
    public void Read_TitleStyleAllOverTheText_IsHeadings()
    {
        string body = string.Concat(Enumerable.Range(1, 4).Select(i =>
            Docx.Paragraph($"第{i}题问的是什么", "<w:pStyle w:val=\"t\"/>") + Docx.Paragraph("和平与发展，合作与共赢，都是今天的人们所说的话。")));

        ReconstructedDocument document = Ingesting.One(Docx.Build(body), "a.docx");

        Assert.Equal(4, document.Report.ParagraphsByKind[ParagraphKind.Heading]);
        Assert.DoesNotContain(ParagraphKind.Title, document.Report.ParagraphsByKind.Keys);
        Assert.Equal(["第3题问的是什么"], document.Paragraphs[5].Section);
    }

    [Fact]
    public void Read_HiddenTextRubyFormulasAndFields_OnlyWhatIsSeenComes()
    {
        string body = "<w:p><w:r><w:t>老桥</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见的话</w:t></w:r>"
            + "<w:r><w:ruby><w:rt><w:r><w:t>qing</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>清</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            + "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>E=mc</m:t></m:r></m:oMath>"
            + "<w:r><w:t>，建于公元</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1890</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + "<w:r><w:t>年。</w:t></w:r></w:p>";

        ReconstructedDocument document = Ingesting.One(Docx.Build(body), "a.docx");

        Assert.Equal("老桥清E=mc，建于公元1890年。", Assert.Single(document.Paragraphs).Text);
        Assert.Equal(["field-code", "hidden", "ruby"], document.Report.Removed.Select(r => r.Rule));
    }

    [Fact]
    public void Read_ContentsMadeByAField_IsLeftOut()
    {
        string body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>第一章 1</w:t></w:r></w:p>" + Docx.Paragraph("第二章 9")
            + "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" + Docx.Paragraph("老桥建于清末。");

        Assert.Equal("老桥建于清末。", Assert.Single(Ingesting.One(Docx.Build(body), "a.docx").Paragraphs).Text);
    }

    [Fact]
    public void Read_LevelAboveNeverUsed_ShowsTheNumberItWouldBeginWith()
    {
        string Item(string text) => Docx.Paragraph(text, "<w:pStyle w:val=\"a1\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>");

        Assert.Equal(["heading:3.1桥面", "heading:3.2栏杆"], Ingesting.Lines(Ingesting.One(Docx.Build(Item("桥面") + Item("栏杆")), "a.docx")));
    }

    [Fact]
    public void Read_CaptionBelowTitle_IsSubtitleUnlessItNamesAFigure()
    {
        string Document(string line) => Docx.Paragraph("修桥记", "<w:pStyle w:val=\"t\"/>") + Docx.Paragraph("") + Docx.Paragraph(line, "<w:pStyle w:val=\"l\"/>")
            + Docx.Paragraph("老桥建于清末，桥面铺着青石板。");

        Assert.Equal("subtitle:一九九八年的一次修缮", Ingesting.Lines(Ingesting.One(Docx.Build(Document("一九九八年的一次修缮")), "a.docx"))[1]);
        Assert.Equal("caption:图1老桥", Ingesting.Lines(Ingesting.One(Docx.Build(Document("图1 老桥")), "a.docx"))[1]);
    }

    [Fact]
    public void Read_NumberingThatBeginsAnew_CountsFromItsStart()
    {
        string Item(string text, int list) =>
            Docx.Paragraph(text, $"<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"{list}\"/></w:numPr>");

        ReconstructedDocument document = Ingesting.One(
            Docx.Build(Item("甲事。", 1) + Item("乙事。", 1) + Item("丙事。", 2) + Item("丁事。", 2)), "a.docx");

        Assert.Equal(["（1）甲事。", "（2）乙事。", "（5）丙事。", "（6）丁事。"], document.Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void Read_RowsAndCellsInContentControls_Come()
    {
        string Cell(string text) => "<w:tc>" + Docx.Paragraph(text) + "</w:tc>";
        string body = "<w:tbl><w:sdt><w:sdtContent><w:tr>" + Cell("年份") + Cell("间数") + "</w:tr></w:sdtContent></w:sdt>"
            + "<w:tr>" + Cell("2019") + "<w:sdt><w:sdtContent>" + Cell("36") + "</w:sdtContent></w:sdt></w:tr></w:tbl>";

        Assert.Equal(["年份\t间数", "2019\t36"], Ingesting.One(Docx.Build(body), "a.docx").Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void Read_DocumentType_IsHostile()
    {
        byte[] file = Docx.Build(Docx.Paragraph("&x;"), prolog: "<!DOCTYPE w:document [<!ENTITY x \"xx\">]>");

        Assert.Equal(DocumentReadError.Hostile, Ingesting.ErrorOf(file, "a.docx"));
    }

    [Fact]
    public void Read_DeepNesting_IsHostile()
    {
        string deep = string.Concat(Enumerable.Repeat("<w:sdt>", 3000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 3000));

        Assert.Equal(DocumentReadError.Hostile, Ingesting.ErrorOf(Docx.Build(deep), "a.docx"));
    }

    [Fact]
    public void Read_ArchiveBomb_IsHostile()
    {
        byte[] file = Docx.Build(Docx.Paragraph(new string(' ', 20_000_000)));

        Assert.Equal(DocumentReadError.Hostile, Ingesting.ErrorOf(file, "a.docx"));
        Assert.Equal(DocumentReadError.Hostile, Ingesting.ErrorOf(
            Docx.Build(Docx.Paragraph("老桥")), "a.docx", new ReadingOptions { MaxUnpackedSizeInBytes = 500 }));
    }

    [Fact]
    public void Read_TooManyEntries_IsHostile() => Assert.Equal(DocumentReadError.Hostile, Ingesting.ErrorOf(
        Docx.Build(Docx.Paragraph("老桥")), "a.docx", new ReadingOptions { MaxArchiveEntries = 3 }));

    [Fact]
    public void Read_OldBinaryFile_SaysSo() => Assert.Equal(DocumentReadError.Encrypted,
        Ingesting.ErrorOf([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "a.doc"));

    [Fact]
    public void Read_DamagedBytes_GiveErrorOrParagraphs()
    {
        byte[] sound = Docx.Build(Docx.Paragraph("老桥建于清末，桥面铺着青石板。"), Note);
        Random random = new(Fuzz.Seed);
        for (int i = 0; i < 150; i++)
        {
            IngestedFile file = Ingesting.Read(Fuzz.Damage(sound, random), "a.docx");

            Assert.True(file.Succeeded || file.Error!.Message.Length > 0, $"seed {Fuzz.Seed}");
        }
    }

    [Fact]
    public void Errors_NeverHoldDocumentText()
    {
        byte[] file = Encoding.UTF8.GetBytes("PK\u0003\u0004word/document秘密的话");

        Assert.DoesNotContain("秘密", Ingesting.Read(file, "a.docx").Error!.Message, StringComparison.Ordinal);
    }
}
