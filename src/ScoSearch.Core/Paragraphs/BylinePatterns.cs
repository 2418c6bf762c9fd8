using System.Buffers;
using ScoSearch.Core.Text;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Recognizes lines that name author, agency, date or editor.</summary>
internal static class BylinePatterns
{
    /// <summary>Longest signature, and longest day below one.</summary>
    public const int MaxSignature = 20;

    private const int MaxLength = 60;
    private const int MaxEnactment = 200;
    private const int MaxLead = 12; // 根据, 依照, 自

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("，。：；！？,:;");

    private static readonly string[] Openings =
    [
        "责任编辑", "责编", "编辑：", "编辑:", "作者：", "作者:", "来源：", "来源:", "记者：", "文/", "文／", "图/", "图／",
        "文｜", "撰文", "供稿", "作者系", "作者单位", "作者为", "作者简介", "本报记者", "本报评论员", "新华社记者", "人民日报记者",
        "稿件来源", "发布时间", "发布日期", "时间：", "日期：", "校对", "审核：", "執筆", "記者", "主编：", "编审", "○本报", "本文作者",
        "通讯员", "特约撰稿", "【作者】", "[作者]", "【来源】", "【出处】", "【单位】", "作者简介", "整理：", "翻译：", "译者：", "收稿日期", "原载",
    ];

    private static readonly SearchValues<char> FirstOfOpenings = SearchValues.Create([.. Openings.Select(o => o[0]), '记']);

    private static readonly SearchValues<char> DateStarts =
        SearchValues.Create("0123456789０１２３４５６７８９〇零○一二三四五六七八九十");

    private static readonly SearchValues<char> Surnames = SearchValues.Create(
        "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪"
        + "陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂"
        + "章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁房滕屈"
        + "饶解牟艾尤阳时穆农司古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
        + "張劉陳楊黃趙吳孫馬鄭謝許鄧馮韓葉蔣蘇呂盧鐘譚範陸賈韋鄒龍賀顧龔萬錢嚴");

    private static readonly string[] Organisations =
    [
        "编辑部", "课题组", "评论员", "报道组", "小组", "编写组", "调研组", "研究院", "研究所", "通讯社", "工作室", "记者站", "編輯部",
        "人民政府", "委员会", "办公室", "办公厅",
    ];

    private static readonly string[] Enactments =
        ["通过", "修正", "修订", "公布", "发布", "施行", "批准", "颁布", "废止", "印发", "修改", "实施", "执行", "生效"];

    private static readonly SearchValues<char> LastOfEnactments = SearchValues.Create([.. Enactments.Select(e => e[^1])]);

    private static readonly string[] Institutes =
        ["大学", "学院", "研究院", "研究所", "研究中心", "公司", "中学", "小学", "医院", "委员会", "管理局", "集团", "设计院", "学校", "大學", "學院"];

    private static readonly string[] Speakers =
    [
        "问：", "问:", "答：", "答:", "Q:", "Q：", "A:", "A：", "关键词：", "关键词:", "摘要：", "主持人：", "记者：", "附件：", "附件:", "答案", "参考答案：", "正确答案", "解析：",
        "中图分类号", "文献标识码", "文章编号", "分类号", "基金项目", "【关键词】", "[关键词]", "【摘要】", "[摘要]",
    ];

    private static readonly SearchValues<char> FirstOfSpeakers = SearchValues.Create([.. Speakers.Select(s => s[0])]);

    private static readonly SearchValues<char> DateMarks = SearchValues.Create("年-/.－ 　");

    /// <summary>Whether a line opens with who speaks, or with what it lists: text, not a heading.</summary>
    public static bool IsSpeaker(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !FirstOfSpeakers.Contains(text[0]))
        {
            return false;
        }

        foreach (string speaker in Speakers)
        {
            if (text.StartsWith(speaker, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a paragraph answers the question before it.</summary>
    public static bool IsAnswer(string text) => text is ['答', '：' or ':', ..] || text.StartsWith("答案", StringComparison.Ordinal)
        || text.StartsWith("参考答案", StringComparison.Ordinal) || text.StartsWith("正确答案", StringComparison.Ordinal)
        || text.StartsWith("答题要点", StringComparison.Ordinal);

    /// <summary>Whether a paragraph near a title names a person, an organisation or the day.</summary>
    public static bool NamesAuthor(ReadOnlySpan<char> text)
    {
        if (IsListOfNames(text) || IsEnactment(text))
        {
            return true;
        }

        int bracket = text.IndexOfAny('（', '(');
        bool attached = bracket > 0 && text[^1] is '）' or ')';
        return IsByline(text) || IsPerson(attached ? text[..bracket] : text) || IsOrganisation(text) || IsDated(text)
            || IsInstitute(text) || (ChineseDate.Find(text, out int start, out int end) is not null && end == text.Length && start > 0
                && IsPerson(text[..start].TrimEnd()));
    }

    /// <summary>Whether a paragraph signs what is above it: a person or an office, with the day below.</summary>
    public static bool IsSignature(ReadOnlySpan<char> text, ReadOnlySpan<char> next) =>
        text.Length <= MaxSignature && next.Length <= MaxSignature && IsDateAlone(next) && (IsOrganisation(text) || IsPerson(text));

    // （南河大学 经济学院，南河 310000）
    private static bool IsInstitute(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> inner = text.Length is > 4 and < 80 ? Unbracket(text, out _) : default;
        if (inner.Length == 0)
        {
            return false;
        }

        bool code = inner.Length > 6 && !inner[^6..].ContainsAnyExceptInRange('0', '9');
        foreach (string word in Institutes)
        {
            int at = inner.IndexOf(word, StringComparison.Ordinal);
            if (at > 0 && (code || (inner.Length != text.Length && at + word.Length == inner.Length)))
            {
                return true;
            }
        }

        return false;
    }

    // 王磊1，张敏2
    private static bool IsListOfNames(ReadOnlySpan<char> text)
    {
        int names = 0;
        if (text.Length is < 5 or > MaxLength)
        {
            return false;
        }

        foreach (Range range in text.SplitAny("，,、； "))
        {
            ReadOnlySpan<char> word = text[range].TrimEnd("0123456789*＊¹²³①②③ ");
            names++;
            if (word.Length > 0 && !IsName(word))
            {
                return false;
            }
        }

        return names > 1;
    }

    /// <summary>
    /// Whether a line says when a law was passed, amended or came into force: it names a day and ends in such a verb.
    /// </summary>
    public static bool IsEnactment(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> inner = text.Length is > 12 and < MaxEnactment && (LastOfEnactments.Contains(text[^1]) || text[^1] is '）' or ')')
            ? Unbracket(text, out _) : default;
        if (inner.Length == 0 || inner.Contains('。') || !LastOfEnactments.Contains(inner[^1]))
        {
            return false;
        }

        foreach (string verb in Enactments)
        {
            if (inner.EndsWith(verb, StringComparison.Ordinal))
            {
                return ChineseDate.Find(inner, out int start, out _) is { Length: >= 7 } && start < MaxLead;
            }
        }

        return false;
    }

    private static bool IsOrganisation(ReadOnlySpan<char> text)
    {
        if (text.Length is < 3 or > 20 || text.ContainsAny(Punctuation))
        {
            return false;
        }

        foreach (string ending in Organisations)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a paragraph is a byline wherever it stands.</summary>
    public static bool IsByline(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > MaxLength)
        {
            return false;
        }

        ReadOnlySpan<char> inner = Unbracket(text, out bool bracketed);
        if (inner.Length == 0)
        {
            return false;
        }

        if (StartsWithAny(inner) && (bracketed || !LineText.HasInnerSentenceEnd(inner)) && !inner.EndsWith("。", StringComparison.Ordinal))
        {
            return true;
        }

        if (inner.EndsWith("电", StringComparison.Ordinal) && inner.IndexOf("日", StringComparison.Ordinal) >= 0 && inner.Length <= 24)
        {
            return true;
        }

        if (text[0] is '□' or '■' or '◎' or '●' && IsPerson(text[1..].TrimStart()))
        {
            return true;
        }

        bool editor = inner.Length <= 30 && inner.IndexOf("责任编辑：", StringComparison.Ordinal) >= 0;
        bool agency = editor || (bracketed && (inner.IndexOf("记者", StringComparison.Ordinal) >= 0
            || inner.IndexOf("新华社", StringComparison.Ordinal) >= 0 || inner.IndexOf("本报", StringComparison.Ordinal) >= 0));
        return agency || (bracketed && IsOrganisation(inner)) || IsDateAlone(inner);
    }

    /// <summary>Whether a paragraph near a title names a person, perhaps with an office.</summary>
    public static bool IsPerson(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > 30 || text.ContainsAny(Punctuation))
        {
            return false;
        }

        int names = 0, words = 0;
        foreach (Range range in text.SplitAny(" 　/、"))
        {
            ReadOnlySpan<char> word = text[range];
            if (word.Length > 0)
            {
                words++;
                names += IsName(word) ? 1 : 0;
            }
        }

        return names > 0 && (names == words || (words == 2 && IsName(FirstWord(text))));
    }

    /// <summary>Whether a paragraph near a title begins with a date: the day of a speech, an act or a resolution.</summary>
    public static bool IsDated(ReadOnlySpan<char> text) => text.Length is >= 6 and <= 80
        && !LineText.EndsSentence(text) && !text.ContainsAny(Punctuation)
        && ChineseDate.Find(text.Trim('（'), out int start, out _) is { Length: >= 7 } && start == 0;

    /// <summary>The words before the first blank.</summary>
    public static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(' ', '\u3000');
        return end < 0 ? text : text[..end];
    }

    /// <summary>Whether a paragraph ends a text: an agency's or editor's sign-off.</summary>
    public static bool IsEndMark(ReadOnlySpan<char> text) => text.Length is >= 4 and <= MaxLength
        && text[0] is '（' or '(' or '【' or '[' or '〔' or '［' or '责' && text.IndexOf("作者", StringComparison.Ordinal) < 0 && IsByline(text);

    private static bool IsName(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 4 && Surnames.Contains(word[0]) && CharClass.IsHan(word[1]) && CharClass.IsHan(word[^1]);

    private static bool IsDateAlone(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !DateStarts.Contains(text[0]) || text[..Math.Min(8, text.Length)].IndexOfAny(DateMarks) < 0
            || ChineseDate.Find(text, out int start, out int end) is not { Length: >= 7 } || start > 0)
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[end..].Trim(" 　0123456789:：");
        return rest.Length == 0 || rest.StartsWith("来源", StringComparison.Ordinal) || rest is "星期一" or "星期二"
            or "星期三" or "星期四" or "星期五" or "星期六" or "星期日";
    }

    private static ReadOnlySpan<char> Unbracket(ReadOnlySpan<char> text, out bool bracketed)
    {
        bracketed = text[0] is '（' or '(' or '【' or '[' or '〔' && text[^1] is '）' or ')' or '】' or ']' or '〕';
        return bracketed ? text[1..^1].Trim() : text;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text)
    {
        if (!FirstOfOpenings.Contains(text[0]))
        {
            return false;
        }

        foreach (string opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return text.StartsWith("记者", StringComparison.Ordinal) && text.Length <= 20;
    }
}
