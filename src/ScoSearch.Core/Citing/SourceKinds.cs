using System.Text.RegularExpressions;

namespace ScoSearch.Core.Citing;

/// <summary>Tells from the name of a source what kind of publication it is. Stateless; thread-safe.</summary>
/// <remarks>
/// The end of a Chinese name decides: 出版社 is a publisher, 网 a web site, 学报 and 研究 are journals, 日报 a newspaper.
/// 学报 and 公报 end like a newspaper and are looked at first. A name that tells nothing, such as that of a file, is unknown.
/// </remarks>
internal static partial class SourceKinds
{
    /// <summary>The kind of a source.</summary>
    /// <param name="source">Its name; null when unknown.</param>
    public static SourceKind Of(string? source)
    {
        string name = (source ?? "").Trim().Trim('《', '》');
        return name.Length == 0 ? SourceKind.Unknown
            : Book().IsMatch(name) ? SourceKind.Book
            : Web().IsMatch(name) ? SourceKind.Web
            : Journal().IsMatch(name) ? SourceKind.Journal
            : Newspaper().IsMatch(name) ? SourceKind.Newspaper
            : SourceKind.Unknown;
    }

    /// <summary>The mark of GB/T 7714 for a kind.</summary>
    public static string MarkOf(SourceKind kind) => kind switch
    {
        SourceKind.Newspaper => "[N]",
        SourceKind.Web => "[EB/OL]",
        SourceKind.Journal => "[J]",
        SourceKind.Book => "[M]",
        _ => "[Z]",
    };

    [GeneratedRegex("(?:出版社|出版集团|书局|书店|印书馆|Press|Publishers?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Book();

    [GeneratedRegex(
        @"^https?://|^www\.|\.(?:com|cn|net|org|gov|edu|ru|kz|uz|kg|tj|in|pk)(?:[:/]|$)|网(?:站)?$|客户端$|公众号$|新华社客户端",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Web();

    [GeneratedRegex(
        "(?:学报|公报|通报|学刊|集刊|丛刊|期刊|月刊|季刊|周刊|旬刊|双月刊|半月刊|杂志|研究|论坛|评论|瞭望|求是|Journal|Review|Quarterly)$"
            + "|^Journal of ",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Journal();

    [GeneratedRegex(
        "(?:报|参考消息|通讯社|新华社|中新社|塔斯社|路透社|法新社|Daily|Times|News|Post|Gazette)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Newspaper();
}
