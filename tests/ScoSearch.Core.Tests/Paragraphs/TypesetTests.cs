using System.IO;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Documents that real programs typeset and real tools read back.</summary>
public sealed class TypesetTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "data", "typeset");

    // The least shares are those reached when the files were made; what is missing is listed in docs/paragraphs.md.
    [Theory]
    [InlineData("report.default", 1.0, 1.0)]
    [InlineData("report.layout", 1.0, 1.0)]
    [InlineData("report.raw", 0.85, 1.0)]
    [InlineData("circled.default", 0.89, 1.0)]
    [InlineData("circled.layout", 1.0, 1.0)]
    [InlineData("book.default", 0.96, 1.0)]
    [InlineData("book.raw", 0.86, 1.0)]
    [InlineData("columns.layout", 0.96, 1.0)]
    [InlineData("endnotes.default", 1.0, 0.96)]
    [InlineData("endnotes.layout", 1.0, 1.0)]
    [InlineData("paper.layout", 0.86, 0.89)]
    [InlineData("paper.raw", 0.93, 0.93)]
    [InlineData("newspaper.layout", 0.85, 0.90)]
    public void ExtractedText_IsReconstructed(string name, double leastWhole, double leastKinds)
    {
        ExtractedText text = DocumentReaders.Default.Read(SourceDocument.FromFile(Path.Combine(Folder, name + ".txt")))[0];

        ReconstructedDocument document = ParagraphReconstructor.Reconstruct(text);

        TextScore score = TextScore.Of(Path.Combine(Folder, name.Split('.')[0] + ".gold.jsonl"), document);
        Assert.True(score.Whole >= leastWhole && score.Kinds >= leastKinds, $"{name}: {score}");
        Losslessness.Check(text, document);
    }
}
