using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ScoSearch.Core.Searching;

/// <summary>
/// The words of a question that only ask: an answer says them no more often than any other text. Thread-safe.
/// </summary>
/// <remarks>
/// They are rare enough in written text to have a large weight, so that texts which happen to ask something would come
/// first. Names that contain such characters stay: 几 asks only before a measure word, 何 only in its compounds.
/// </remarks>
internal static partial class QuestionWords
{
    private static readonly FrozenSet<string> FunctionWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "的", "了", "是", "在", "和", "与", "于", "有", "被", "为", "以", "及", "由", "而", "或", "也", "都", "就", "之", "其", "这", "那");

    /// <summary>Replaces what only asks by blanks.</summary>
    /// <param name="text">The question, in simplified characters, half width.</param>
    /// <remarks>Who asks for the meaning of a word is answered by a paragraph that says what it means.</remarks>
    public static string Remove(string text) => Asking().Replace(Meaning().Replace(text, " 意思 是指 "), " ");

    /// <summary>Whether a word is grammar alone.</summary>
    public static bool IsFunctionWord(string word) => FunctionWords.Contains(word);

    [GeneratedRegex("是?(?:什么|甚么|啥)意思", RegexOptions.CultureInvariant)]
    private static partial Regex Meaning();

    [GeneratedRegex(
        "请问|有哪些|那(?:些|个|部|种|位|里)"
        + "|(?:是|叫)?(?:什么|甚么|啥)(?:时候|样)?"
        + "|怎么样|怎么办|怎么|怎样|如何|为什么|为何|多少"
        + "|在?哪(?:里|儿|个|些|一年|年|位|一)?(?!吒)"
        + "|是?谁"
        + "|几(?=[个年月日岁次人天种名位只条家届本部张层集章分秒点时周季号斤米公元块句首幅座]|$|\\s)个?"
        + "|何(?:时|地|人|处|种|年|物)"
        + "|吗(?!啡)|呢(?!绒|喃)|是否",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asking();
}
