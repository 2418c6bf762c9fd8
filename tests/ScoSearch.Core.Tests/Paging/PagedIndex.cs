using System.Text;
using System.Text.Json;
using ScoSearch.Core.Tests.Reading;

namespace ScoSearch.Core.Tests.Paging;

/// <summary>An index of made-up paragraphs of many documents, dates, sources, kinds and headings.</summary>
public sealed class PagedIndex : IDisposable
{
    private static readonly string[] Topics = ["上海合作组织", "三股势力", "互联互通", "数字经济", "绿色发展", "安全合作", "贸易便利化"];
    private static readonly string[] Sources = ["新华社", "人民日报", "求是"];

    private readonly SmallIndex _small;

    public PagedIndex()
    {
        Random random = new(7);
        StringBuilder lines = new();
        for (int document = 0; document < 60; document++)
        {
            string? date = (document % 5) switch { 0 => null, 1 => $"{2015 + (document % 7)}", _ => $"20{10 + (document % 9)}-0{1 + (document % 8)}-15" };
            AppendLine(lines, document, "title", $"{Pick(random, Topics)}问题研究之{document}", date, random);
            int paragraphs = random.Next(3, 12);
            for (int i = 0; i < paragraphs; i++)
            {
                bool isHeading = i % 4 == 0;
                string text = isHeading
                    ? $"{"一二三四"[i / 4]}、{Pick(random, Topics)}"
                    : string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"成员国推进{Pick(random, Topics)}，取得{random.Next(100)}项成果。"));
                AppendLine(lines, document, isHeading ? "heading" : "body", text, null, random);
            }
        }

        _small = new SmallIndex(lines.ToString());
    }

    public ScoSearchIndex Index => _small.Index;

    /// <summary>Adds a document, so that the index has another commit.</summary>
    internal void AddDocument(string id) => _small.Write($$"""{"document":"{{id}}","kind":"body","text":"又一段。"}""");

    public void Dispose() => _small.Dispose();

    private static void AppendLine(StringBuilder lines, int document, string kind, string text, string? date, Random random)
    {
        Dictionary<string, string> line = new() { ["document"] = $"d{document:00}", ["kind"] = kind, ["text"] = text };
        if (kind == "title")
        {
            line["source"] = Pick(random, Sources);
            if (date is not null)
            {
                line["date"] = date;
            }
        }

        lines.Append(JsonSerializer.Serialize(line)).Append('\n');
    }

    private static string Pick(Random random, string[] all) => all[random.Next(all.Length)];
}
