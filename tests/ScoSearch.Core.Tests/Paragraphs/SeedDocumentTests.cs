using System.IO;
using System.Text.Json;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Paragraphs;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Paragraphs;

public sealed class SeedDocumentTests
{
    public static TheoryData<string> Seeds { get; } =
        [.. Directory.GetFiles(GoldFolder, "*.tsv").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static string GoldFolder => Path.Combine(AppContext.BaseDirectory, "data", "seed-gold");

    [SharedDataTheory]
    [MemberData(nameof(Seeds))]
    public void Seed_IsReconstructed(string name)
    {
        string path = SharedData.PathOf("data", "seeds", name + ".txt");
        ExtractedText text = DocumentReaders.Default.Read(SourceDocument.FromFile(path))[0];

        ReconstructedDocument document = ParagraphReconstructor.Reconstruct(text);

        LineScore score = LineScore.Of(GoldParagraph.ReadAll(Path.Combine(GoldFolder, name + ".tsv")), document);
        Assert.True(score.F1 >= 0.99 && score.Exact >= 0.99 && score.Kinds >= 0.98, score.ToString());
        Losslessness.Check(text, document);
    }

    [SharedDataFact]
    public void HardWrappedManual_ParagraphsComeOutWhole()
    {
        string folder = SharedData.PathOf("data", "eval", "messy");
        ExtractedText text = DocumentReaders.Default.Read(SourceDocument.FromFile(Path.Combine(folder, "faq.txt")))[0];

        ReconstructedDocument document = ParagraphReconstructor.Reconstruct(text);

        string[] got = [.. document.Paragraphs.Select(p => Squeeze(p.Text))];
        string[] gold = [.. File.ReadLines(Path.Combine(folder, "faq.paragraphs.jsonl"))
            .Select(l => Squeeze(JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!))];
        int whole = gold.Count(g => got.Any(p => p.Length <= (g.Length * 1.1) + 4 && p.Contains(g, StringComparison.Ordinal)));
        Assert.Equal(gold.Length, whole);
        Losslessness.Check(text, document);
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
