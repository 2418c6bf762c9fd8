using System.Text;

namespace ScoSearch.TestSupport.Generators;

/// <summary>Random texts for analyzers: words, marks, white space, controls, surrogates, long runs.</summary>
public sealed class RandomTexts(Random random)
{
    private static readonly string[] Words =
    [
        "中国", "中华人民共和国", "经济发展", "研究生命起源", "结合成分子时", "上海合作组织", "共同体", "的", "了", "和", "们",
        "葡萄牙语", "为什么", "乒乓球拍卖完了", "南京市长江大桥", "北京大学生前来应聘", "台灣經濟發展", "電腦", "圖書館", "々",
        "〇", "二〇二四年", "一百二十三", "习近平", "搜索引擎", "分词", "不", "是", "在", "有", "人工智能", "机器学习",
        "running", "Relational", "flies", "happily", "ABC", "a1b2", "iPhone", "U.S.", "Mr.", "3.14", "1,000", "50%",
        "e-mail", "don't", "x_y", "http://example.org/a?b=c", "C++", "２０２４", "ＡＢＣｄｅｆ", "ﾊﾟﾋﾟ", "カタカナ",
        "ひらがな", "한국어", "Привет", "Ελλάδα", "élève", "café", "ไทยแลนด์", "résumé",
    ];

    private static readonly string[] Marks =
    [
        "，", "。", "！", "？", "；", "：", "、", "“", "”", "《", "》", "（", "）", "【", "】", "…", "——", "·", "￥", "%", ".",
        ",", "!", "?", ";", ":", "'", "\"", "(", ")", "-", "_", "/", "\\", "@", "#", "&", "*", "+", "~", "|", "①", "Ⅷ",
        "→", "■", "❤", "\u2640", "।",
    ];

    private static readonly string[] Spaces =
        [" ", "  ", "\t", "\n", "\r\n", "\u3000", "\u00a0", "\u2028", "\u2029", "\u200b", "\ufeff", "\u0085", "\n\n"];

    private static readonly string[] Supplementary = ["𠀀", "𪚥", "𝆮", "𞥊", "\U0001D400", "\U00020BB7"];

    /// <summary>Any text, lone surrogates and long runs included.</summary>
    public string Next() => Build(random.Next(20) == 0 ? random.Next(300, 900) : random.Next(0, 40), Piece);

    /// <summary>A text without lone surrogates and without characters that are drawn as symbols in colour.</summary>
    public string NextWellFormed() => Build(random.Next(0, 40), WellFormedPiece);

    private static string Build(int pieces, Func<string> piece)
    {
        StringBuilder text = new();
        for (int i = 0; i < pieces; i++)
        {
            text.Append(piece());
        }

        return text.ToString();
    }

    private string Piece() => random.Next(24) switch
    {
        0 => ((char)random.Next(0xd800, 0xe000)).ToString(),
        1 => ((char)random.Next(0x20)).ToString(),
        2 => ((char)random.Next(0x10000)).ToString(),
        3 => "\uffff",
        4 => Run(),
        _ => WellFormedPiece(),
    };

    private string WellFormedPiece() => random.Next(20) switch
    {
        < 7 => Pick(Words),
        < 11 => Han(random.Next(1, 6)),
        < 15 => Pick(Marks[..^3]),
        < 17 => Pick(Spaces),
        17 => Pick(Supplementary),
        18 => random.Next(100_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Letters(random.Next(1, 12)),
    };

    private string Run()
    {
        int length = random.Next(8) == 0 ? random.Next(200, 1300) : random.Next(2, 40);
        string unit = random.Next(6) switch
        {
            0 => Pick(Marks),
            1 => Pick(Spaces),
            2 => Han(1),
            3 => Letters(1),
            4 => Pick(Supplementary),
            _ => random.Next(10).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        return string.Concat(Enumerable.Repeat(unit, length));
    }

    private string Han(int length) => string.Create(length, random, static (span, random) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = (char)random.Next(0x4e00, random.Next(4) == 0 ? 0x9fff : 0x6000);
        }
    });

    private string Letters(int length) => string.Create(length, random, static (span, random) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = (char)((random.Next(6) == 0 ? 'A' : 'a') + random.Next(26));
        }
    });

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
