using System.IO;
using System.Text.Json;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Whole paragraphs of natural text, to be damaged.</summary>
internal static class CleanTexts
{
    /// <summary>The body paragraphs of the sample corpus that are prose.</summary>
    public static IReadOnlyList<string> SampleCorpus { get; } =
    [
        .. Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot!, "tests", "data", "corpus-gold"), "*.jsonl")
            .Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(l => Read(l, "kind")).OfType<string>(),
    ];

    /// <summary>Paragraphs of an evaluation collection beside the checkout.</summary>
    public static IReadOnlyList<string> Evaluation(string name) =>
        [.. File.ReadLines(SharedData.PathOf("data", "eval", name, "corpus.jsonl")).Select(l => Read(l, null)).OfType<string>()];

    private static string? Read(string line, string? kindMember)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        string text = json.RootElement.GetProperty("text").GetString()!;
        bool body = kindMember is null || json.RootElement.GetProperty(kindMember).GetString() == "body";
        return body && IsProse(text) ? text : null;
    }

    // A paragraph that begins with a number, dash or bullet is told by that; what is asked for here are the other cues.
    private static bool IsProse(string text) => text.Length >= 12 && text[^1] is '。' or '！' or '？' or '”'
        && text.IndexOfAny(['\n', '\t', '[', '①', '*', '/', '\uE000']) < 0 && !char.IsAsciiLetterOrDigit(text[0])
        && text[0] is not ('（' or '—' or '•' or '第' or '【' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十');
}
