using System.Text;

namespace ScoSearch.Lucene.Tests.Analysis;

/// <summary>Random mixtures of words, marks, white space, controls, surrogates and letters.</summary>
internal static class RandomChinese
{
    private static readonly string[] Pieces =
    [
        "中国人民", "的", "上海合作组织", "研究", "研究生命", "開發", "乾隆", "乾淨", "頭髮", "5G网络", "iPhone", "ABC", "ａｂｃ", "１２３", "42", "。",
        "，", "！”", "...", ". ", " ", "\u3000", "\n", "\t", "\u2029", "\0", "\u000B", "\uFFFF",
        "𠀀", "😀", "\uD800", "\uDC00", "é", "Ж", "ア", "ｶﾞ",
        "한국", "々", "〇", "①", "\u00A0", "\u0301", "龥", "鿕", "running", "x+1", "《", "》", "“", "１０．５", "İ", "ς", "著", "顯著",
    ];

    public static string Next(Random random, int pieces, IReadOnlyList<string>? words = null)
    {
        StringBuilder text = new();
        for (int i = 0; i < pieces; i++)
        {
            text.Append(words is null || random.Next(3) == 0 ? Pieces[random.Next(Pieces.Length)]
                : random.Next(4) > 0 ? words[random.Next(words.Count)]
                : ((char)random.Next(0x4E00, 0x9FA6)).ToString());
        }

        return text.ToString();
    }
}
