using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Analyzing;

/// <summary>Puts into words why a query does or does not find a paragraph. Immutable.</summary>
/// <param name="language">The language of the words.</param>
internal sealed class MatchReason(MessageLanguage language)
{
    // More terms than this make a sentence nobody reads.
    private const int MaxListed = 12;

    public string ForMatch(IReadOnlyList<TermMatch> terms)
    {
        List<TermMatch> searched = [.. terms.Where(term => term.IsSearched)];
        List<string> sentences = [];
        AddList(sentences, searched, "text", "words", "正文里有词", "The text has the words");
        AddList(sentences, searched, "title", "words", "标题里有词", "The title has the words");
        if (sentences.Count == 0)
        {
            AddList(sentences, searched, "text", "bigrams", "词没有对上，但正文里有连着的字", "No word fits, but the text has the characters");
            AddList(sentences, searched, "title", "bigrams", "词没有对上，但标题里有连着的字", "No word fits, but the title has the characters");
        }

        if (sentences.Count == 0)
        {
            sentences.Add(Of("命中的是同义词或其他写法", "What matches is a synonym or another form"));
        }

        IEnumerable<TermMatch> missing = searched.Where(term => term.Row == "words" && term.Places.Count == 0);
        if (missing.Any())
        {
            sentences.Add(Of("没有", "It lacks ") + List(missing));
        }

        return Join("找到。", "Found. ", sentences);
    }

    public string ForMissing(IReadOnlyList<TermMatch> terms)
    {
        List<TermMatch> searched = [.. terms.Where(term => term.IsSearched)];
        List<TermMatch> missing = [.. searched.Where(term => term.Places.Count == 0)];
        string what = Of("段落里没有", "The paragraph lacks ") + List(missing.Count > 0 ? missing : searched);
        return Join("没有找到。", "Not found. ", [what]);
    }

    public string ForNothingToFind() => Of(
        "没有找到。查询里只有标点或空白，没有可以查找的字词。",
        "Not found. The query is only punctuation or blanks; there is no word to look for.");

    public string ForNoise() => Of(
        "没有找到。这一段是页码、页眉一类的杂项，不参加检索。",
        "Not found. The paragraph is noise such as a page number or running head, which is not searched.");

    public string ForExcluded(string what) => Of(
        $"没有找到。段落里有要排除的“{what}”。", $"Not found. The paragraph has “{what}”, which is excluded.");

    public string ForPhrase(string what) => Of(
        $"没有找到。段落里没有连着的“{what}”。", $"Not found. The paragraph does not have “{what}” as it stands.");

    private void AddList(
        List<string> sentences, List<TermMatch> terms, string field, string row, string chinese, string english)
    {
        List<TermMatch> found = [.. terms.Where(term => term.Row == row && term.Places.Any(place => place.Field == field))];
        if (found.Count > 0)
        {
            sentences.Add(Of(chinese, english + " ") + List(found));
        }
    }

    private string List(IEnumerable<TermMatch> terms)
    {
        List<string> names = [.. terms.Select(term => $"“{term.Term}”").Distinct()];
        string listed = string.Join(Of("、", ", "), names.Take(MaxListed));
        return names.Count > MaxListed ? listed + Of($"等 {names.Count} 个", $" and {names.Count - MaxListed} more") : listed;
    }

    private string Join(string chinese, string english, List<string> sentences) =>
        Of(chinese, english) + string.Join(Of("；", "; "), sentences) + Of("。", ".");

    private string Of(string chinese, string english) => language == MessageLanguage.Chinese ? chinese : english;
}
