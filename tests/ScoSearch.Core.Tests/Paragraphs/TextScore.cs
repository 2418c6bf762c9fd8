using System.IO;
using System.Text.Json;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Compares paragraphs with gold by their texts, blanks and markers in square brackets aside.</summary>
/// <param name="Whole">Share of the gold paragraphs that are a paragraph, whole and alone.</param>
/// <param name="Kinds">Share of the gold paragraphs with the right kind: their own, or that of where they begin.</param>
/// <param name="Missed">Beginnings of the paragraphs that are not whole or of a wrong kind.</param>
internal sealed record TextScore(double Whole, double Kinds, string Missed)
{
    private const int Beginning = 12;

    public static TextScore Of(string goldPath, ReconstructedDocument document)
    {
        List<(string Text, string Kind)> system =
            [.. document.Paragraphs.Where(p => p.Kind != ParagraphKind.Noise).Select(p => (Plain(p.Text), p.Kind.NameOf()))];
        int whole = 0, kinds = 0, total = 0;
        List<string> missed = [];
        foreach (JsonElement gold in File.ReadLines(goldPath).Select(l => JsonDocument.Parse(l).RootElement))
        {
            total++;
            string text = Plain(gold.GetProperty("text").GetString()!), kind = gold.GetProperty("kind").GetString()!;
            int at = system.FindIndex(p => p.Text == text);
            whole += at >= 0 ? 1 : 0;
            at = at >= 0 ? at : system.FindIndex(p => p.Text.Contains(text[..Math.Min(Beginning, text.Length)], StringComparison.Ordinal));
            bool right = at >= 0 && (system[at].Kind == kind || (kind == "quote" && system[at].Kind == "body"));
            kinds += right ? 1 : 0;
            if (at < 0 || !right || system[at].Text != text)
            {
                missed.Add($"{kind}:{text[..Math.Min(Beginning, text.Length)]}");
            }
        }

        return new TextScore((double)whole / total, (double)kinds / total, string.Join(' ', missed));
    }

    // [3] before and behind a text is a label or a marker.
    private static string Plain(string text)
    {
        string squeezed = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        int close = squeezed.StartsWith('[') ? squeezed.IndexOf(']', StringComparison.Ordinal) : -1;
        return close > 1 && squeezed[1..close].All(char.IsAsciiDigit) ? squeezed[(close + 1)..] : squeezed;
    }
}
