using System.Globalization;
using System.Text;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Random Chinese paragraphs, and the damage of page layout.</summary>
internal sealed class RandomText(Random random)
{
    private static readonly string[] Words =
    [
        "老桥", "茶馆", "学校", "集市", "镇上", "每年", "春天", "工匠", "水渠", "修复", "屋顶", "石板", "居民", "记录", "档案", "会议",
        "安排", "预算", "道路", "河流", "收成", "天气", "报告", "发现", "完成", "开始", "继续", "决定", "认为", "介绍", "从前", "后来",
        "一共", "大约", "三十年", "2019年", "36", "km", "GDP", "《镇志》", "“老街”", "（含运费）", "的", "了", "在", "和", "是", "不",
        "为了", "因此", "但是", "同时", "其中", "以上", "之后", "水务公司", "图书馆", "历史", "发展", "合作", "质量", "标准", "技术",
    ];

    private int _page;

    /// <summary>Makes paragraphs of one to eight sentences; with markers, some hold footnote markers like <c>[@]</c>.</summary>
    public List<string> Paragraphs(int count, bool markers)
    {
        List<string> all = [];
        for (int p = 0; p < count; p++)
        {
            StringBuilder text = new();
            for (int s = random.Next(1, 9); s > 0; s--)
            {
                for (int c = random.Next(1, 5); c > 0; c--)
                {
                    for (int w = random.Next(3, 9); w > 0; w--)
                    {
                        text.Append(Words[random.Next(Words.Length)]);
                    }

                    text.Append(c > 1 ? random.Next(5) == 0 ? "、" : "，" : random.Next(8) == 0 ? "？" : "。");
                }

                if (markers && random.Next(6) == 0)
                {
                    text.Append("[@]");
                }
            }

            all.Add(text.ToString());
        }

        return all;
    }

    /// <summary>A paragraph without its markers.</summary>
    public static string Clean(string paragraph) => paragraph.Replace("[@]", "", StringComparison.Ordinal);

    /// <summary>Wraps, doubles line ends, cuts into pages with heads, numbers and footnotes.</summary>
    public string Damage(List<string> paragraphs, bool indent, bool doubled, bool pages)
    {
        int width = random.Next(20, 41);
        List<string> lines = Wrapping.Wrap(paragraphs, width, indent);
        string end = doubled ? "\n\n" : "\n";

        // without an indent, blank lines between paragraphs or nothing at all but the line width would have to tell
        if (!indent && !doubled)
        {
            return WithBlankLines(paragraphs, width, pages);
        }

        if (!indent)
        {
            lines = LostIndent(paragraphs, width);
        }

        return pages ? Paged(lines, end) : string.Join(end, lines) + end;
    }

    // Wrapped with an indent that the extraction then dropped.
    private static List<string> LostIndent(List<string> paragraphs, int width) =>
        [.. Wrapping.Wrap(paragraphs, width, indent: true).Select(l => l.TrimStart('　'))];

    private string WithBlankLines(List<string> paragraphs, int width, bool pages)
    {
        List<string> lines = [];
        foreach (string paragraph in paragraphs)
        {
            lines.AddRange(Wrapping.Wrap([paragraph], width, indent: false));
            lines.Add("");
        }

        return pages ? Paged(lines, "\n") : string.Join('\n', lines);
    }

    private string Paged(List<string> lines, string end)
    {
        StringBuilder text = new();
        int at = 0;
        _page = 0;
        while (at < lines.Count)
        {
            int take = Math.Min(lines.Count - at, random.Next(14, 30));
            _page++;
            text.Append(CultureInfo.InvariantCulture, $"镇志办公室工作简报　总第{_page + 40}页{end}");
            int notes = 0;
            foreach (string line in lines.GetRange(at, take))
            {
                string numbered = line;
                while (numbered.IndexOf("[@]", StringComparison.Ordinal) is >= 0 and int marker)
                {
                    numbered = string.Concat(numbered.AsSpan(0, marker),
                        string.Create(CultureInfo.InvariantCulture, $"[{++notes}]"), numbered.AsSpan(marker + 3));
                }

                text.Append(numbered).Append(end);
            }

            for (int n = 1; n <= notes; n++)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{n}]　王某：《镇志》卷三，县志办公室2019年版，第{random.Next(1, 300)}页。{end}");
            }

            text.Append(CultureInfo.InvariantCulture, $"— {_page} —\n\f");
            at += take;
        }

        return text.ToString();
    }
}
