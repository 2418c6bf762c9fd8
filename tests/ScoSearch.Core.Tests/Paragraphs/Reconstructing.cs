using ScoSearch.Core.Documents;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Short ways to reconstruct a text in a test.</summary>
internal static class Reconstructing
{
    /// <summary>Reconstructs a text and checks that nothing was lost.</summary>
    public static ReconstructedDocument Of(string text)
    {
        ExtractedText extracted = ExtractedText.FromPlainText("test", text);
        ReconstructedDocument document = ParagraphReconstructor.Reconstruct(extracted);
        Losslessness.Check(extracted, document);
        return document;
    }

    /// <summary>The texts of all paragraphs that are not noise.</summary>
    public static string[] Texts(string text) =>
        [.. Of(text).Paragraphs.Where(p => p.Kind != ParagraphKind.Noise).Select(p => p.Text)];

    /// <summary>Kind and text of all paragraphs, as <c>body:……</c>.</summary>
    public static string[] KindsAndTexts(string text) =>
        [.. Of(text).Paragraphs.Select(p => p.Kind.NameOf() + ":" + p.Text)];
}
