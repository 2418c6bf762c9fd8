using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Names that parts of a paper have everywhere: introduction, conclusion, abstract, references.</summary>
/// <remarks>
/// They stand on the level of the outermost numbered headings although they have no number, and they head what follows
/// also with a colon behind them. Within a book they belong to their chapter, but for those that end the whole.
/// </remarks>
internal static class SectionNames
{
    private const string Around = "：:【】[]〔〕［］ 　";
    private const int MaxLength = 12;
    private const int MaxPrefix = 6; // 中英文摘要, 人工摘要

    private static readonly HashSet<string> Inner = new(StringComparer.Ordinal)
    {
        "引言", "前言", "导言", "导语", "引子", "绪论", "绪言", "序言", "问题的提出", "小结", "本章小结", "结论", "结语", "结束语", "余论", "总结",
        "结论与建议", "结论与展望", "结语与展望",
    };

    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "摘要", "内容摘要", "内容提要", "提要", "关键词", "参考文献", "参考资料", "主要参考文献", "参考书目", "参考文獻", "注释", "注釋", "尾注",
        "致谢", "附录", "后记", "Abstract", "ABSTRACT", "References", "REFERENCES",
    };

    private static readonly string[] Abstracts = ["摘要", "内容摘要", "内容提要", "中文摘要", "提要"];

    private static readonly SearchValues<char> LastOfNames =
        SearchValues.Create([.. Inner.Select(n => n[^1]), .. Whole.Select(n => n[^1])]);

    private static readonly SearchValues<char> LastCharacters =
        SearchValues.Create([.. Inner.Select(n => n[^1]), .. Whole.Select(n => n[^1]), .. Around]);

    /// <summary>Whether the paragraph is such a name, alone.</summary>
    public static bool IsName(ReadOnlySpan<char> text) => Bare(text, out string name) && (Inner.Contains(name) || IsWhole(name));

    /// <summary>Whether the name belongs to the chapter it stands in.</summary>
    public static bool IsInner(ReadOnlySpan<char> text) => Bare(text, out string name) && Inner.Contains(name);

    /// <summary>Whether the paragraph begins an abstract, be its name alone or run in.</summary>
    public static bool OpensAbstract(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = text.TrimStart("【[〔［ 　");
        if (rest.Length == 0 || rest[0] is not ('摘' or '内' or '中' or '提'))
        {
            return false;
        }

        int blank = rest.Length > 3 && rest[0] == '摘' ? rest[..3].IndexOfAny(' ', '\u3000') : -1;
        if (blank == 1)
        {
            return rest[2..].TrimStart() is ['要', ..];
        }

        foreach (string name in Abstracts)
        {
            if (rest.StartsWith(name, StringComparison.Ordinal))
            {
                ReadOnlySpan<char> after = rest[name.Length..];
                return after.Length == 0 || after[0] is '：' or ':' or '】' or ']' or '〕' or '］' or ' ' or '\u3000';
            }
        }

        return false;
    }

    private static bool IsWhole(string name) =>
        Whole.Contains(name) || (name.Length <= MaxPrefix + 2 && name.EndsWith("摘要", StringComparison.Ordinal));

    // Without colon, brackets and the blanks that spread two characters: 【摘 要】：
    private static bool Bare(ReadOnlySpan<char> text, out string name)
    {
        name = "";
        if (text.Length > MaxLength + MaxPrefix || text.Length < 2 || !LastCharacters.Contains(text[^1]))
        {
            return false; // nearly all paragraphs
        }

        ReadOnlySpan<char> inner = text.Trim(Around);
        if (inner.Length is < 2 or > MaxLength || !LastOfNames.Contains(inner[^1]))
        {
            return false;
        }

        name = inner.ToString();
        if (name.AsSpan().IndexOfAny(' ', '\u3000') > 0)
        {
            name = name.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);
        }

        return true;
    }
}
