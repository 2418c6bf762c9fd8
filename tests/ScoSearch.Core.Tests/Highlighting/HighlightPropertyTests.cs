using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ScoSearch.Core.Analyzing;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Core.Tests.Reading;
using ScoSearch.Core.Tests.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Highlighting;

/// <summary>What is marked is what was matched, for every kind of query, script and width.</summary>
public sealed class HighlightPropertyTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    private const int Rounds = 250;

    private static readonly string[] HostilePieces =
    [
        "上合", "组织", "三股", "势力", "𠮷", "林", "e\u0301", "e", "👨‍👩‍👧", "a", "5G", "C5+1", "40.5%", "<b>", "&", "\"", "“", "”", "。",
        "，", " ", "\n", "\u200B", "\uD840", "\uFE0F", "ＡＢＣ", "經濟", "经济", "合\u0301作", "①",
    ];

    [Fact]
    public void Marks_OfRandomQueriesOverTheCorpus_CoverMatchedTermsOnly()
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);
        ParagraphAnalyst analyst = new(new ParagraphAnalysis(sample.Dictionaries));
        Random random = TestSeed.NewRandom(41);
        int marks = 0;
        for (int round = 0; round < Rounds; round++)
        {
            string text = sample.Texts[random.Next(sample.Texts.Count)];
            if (text.Length < 4)
            {
                continue;
            }

            string query = Disguise(random, MakeQuery(random, text));
            marks += CheckMarks(index, sample.Searcher, analyst, query, $"query {query}, round {round}, {TestSeed.Hint}");
        }

        Assert.True(marks > Rounds, $"only {marks} marks were checked");
    }

    [Fact]
    public void Marks_InHostileTexts_NeverCutACharacter()
    {
        Random random = TestSeed.NewRandom(42);
        string[] texts = [.. Enumerable.Range(0, 60).Select(_ => Hostile(random, 120))];
        using SmallIndex small = new(string.Concat(texts.Select((text, i) =>
            System.Text.Json.JsonSerializer.Serialize(
                new Dictionary<string, string> { ["document"] = $"h{i}", ["kind"] = "body", ["text"] = text }) + "\n")));
        using FSDirectory directory = FSDirectory.Open(small.IndexPath);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        ParagraphAnalysis analysis = new(DictionarySet.Empty);
        ParagraphSearcher searcher = new(reader, analysis);
        ParagraphAnalyst analyst = new(analysis);
        int marks = 0;
        for (int round = 0; round < Rounds; round++)
        {
            string query = Hostile(random, 3);
            marks += CheckMarks(small.Index, searcher, analyst, query, $"round {round}, {TestSeed.Hint}");
        }

        Assert.True(marks > Rounds, $"only {marks} marks were checked");
    }

    [Fact]
    public void Marks_OfAPhrase_AreTheWholePhrase()
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);
        Random random = TestSeed.NewRandom(43);
        int marks = 0;
        for (int round = 0; round < Rounds; round++)
        {
            string text = sample.Texts[random.Next(sample.Texts.Count)];
            string phrase = CutPhrase(random, text);
            if (phrase.Length < 2)
            {
                continue;
            }

            // A piece of a word of letters is marked inside it; what else is found may be another spelling.
            string folded = ParagraphAnalyzer.FoldGrams(phrase);
            foreach (SearchHit hit in index.Search(new SearchRequest($"“{phrase}”") { Limit = 5 }).Hits.Where(h => h.Match != "variant"))
            {
                List<Highlight> found = [.. hit.Highlights.Where(h => h.Field == "text")];
                Assert.NotEmpty(found);
                Assert.All(found, h => Assert.Contains(
                    folded, Letters(ParagraphAnalyzer.FoldGrams(h.Term)), StringComparison.Ordinal));
                marks += found.Count;
            }
        }

        Assert.True(marks > Rounds / 2, $"only {marks} marks were checked");
    }

    [Theory]
    [InlineData(SnippetFormat.Html)]
    [InlineData(SnippetFormat.Text)]
    public void Snippets_OfAnyLength_AreCutAndMarkedAsPromised(SnippetFormat format)
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);
        Random random = TestSeed.NewRandom(44);
        for (int round = 0; round < Rounds; round++)
        {
            SnippetOptions options = new()
            {
                MaxFragmentLength = random.Next(20, 200),
                MaxFragments = random.Next(1, 4),
                PreTag = "\u0001",
                PostTag = "\u0002",
                Format = format,
            };
            string query = MakeQuery(random, sample.Texts[random.Next(sample.Texts.Count)]);
            foreach (SearchHit hit in index.Search(new SearchRequest(query) { Limit = 3, Snippets = options }).Hits)
            {
                AssertSnippet(hit, options, $"query {query}, round {round}, {TestSeed.Hint}");
            }
        }
    }

    private static void AssertSnippet(SearchHit hit, SnippetOptions options, string what)
    {
        string shown = options.Format == SnippetFormat.Html ? WebUtility.HtmlDecode(hit.Snippet) : hit.Snippet;
        string plain = shown.Replace("\u0001", "", StringComparison.Ordinal).Replace("\u0002", "", StringComparison.Ordinal);
        Assert.True(plain.Length <= (options.MaxFragmentLength + 1) * options.MaxFragments + 1, what);

        // Fragments stand in the text, one after the other.
        int at = 0;
        foreach (string fragment in plain.Split('…', StringSplitOptions.RemoveEmptyEntries))
        {
            int found = hit.Text.IndexOf(fragment, at, StringComparison.Ordinal);
            if (found < 0)
            {
                // Two neighbouring fragments are joined by a blank where white space was between them.
                Assert.Contains(Squeeze(fragment), Squeeze(hit.Text), StringComparison.Ordinal);
                continue;
            }

            at = found + fragment.Length;
        }

        bool hasMark = shown.Contains('\u0001', StringComparison.Ordinal);
        Assert.Equal(hit.Highlights.Any(h => h.Field == "text"), hasMark);
        foreach (Match mark in Regex.Matches(shown, "\u0001([^\u0002]*)\u0002"))
        {
            string marked = mark.Groups[1].Value;
            Assert.True(
                hit.Highlights.Any(h => h.Term.Contains(marked, StringComparison.Ordinal)), $"{marked} is no match; {what}");
        }
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '…'));

    private static int CheckMarks(
        ScoSearchIndex index, ParagraphSearcher searcher, ParagraphAnalyst analyst, string query, string what)
    {
        int marks = 0;
        SearchResponse answer = index.Search(new SearchRequest(query) { Limit = 5 });

        // What was found under another spelling is marked by that spelling.
        string searched = answer.Relaxed is { Kind: "variant" } variant ? variant.Query : query;
        ParagraphQuery plan = searcher.Plan(new SearchRequest(searched));
        foreach (SearchHit hit in answer.Hits)
        {
            foreach (IGrouping<string, Highlight> field in hit.Highlights.GroupBy(h => h.Field))
            {
                string text = field.Key switch
                {
                    "title" => hit.Document.Title!,
                    "section" => hit.Paragraph.Section!,
                    _ => hit.Text,
                };
                bool[] covered = CoveredBy(analyst.CutText(text), plan);
                HashSet<int> borders = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
                int last = -1;
                foreach (Highlight mark in field)
                {
                    AssertMark(text, mark, covered, borders, last, what);
                    last = mark.Start + mark.Length;
                    marks++;
                }
            }
        }

        return marks;
    }

    private static void AssertMark(
        string text, Highlight mark, bool[] covered, HashSet<int> borders, int last, string what)
    {
        Assert.True(mark.Start > last, $"marks touch; {what}");
        Assert.Equal(text.Substring(mark.Start, mark.Length), mark.Term);
        Assert.Equal(CountCodePoints(text.AsSpan(0, mark.Start)), mark.StartCodePoint);
        Assert.Equal(CountCodePoints(mark.Term), mark.LengthCodePoint);
        Assert.True(borders.Contains(mark.Start) && borders.Contains(mark.Start + mark.Length), $"“{mark.Term}” cuts a character; {what}");

        // A character as people see it is marked whole when a term matches a part of it, such as an accent.
        for (int at = mark.Start; at < mark.Start + mark.Length;)
        {
            int length = StringInfo.GetNextTextElementLength(text, at);
            Assert.True(
                covered.AsSpan(at, length).Contains(true) || !char.IsLetterOrDigit(text[at]),
                $"“{mark.Term}” has {text[at]} that no term matches; {what}");
            at += length;
        }
    }

    // The units of a text that lie in a token whose term was looked for.
    private static bool[] CoveredBy(AnalyzedText text, ParagraphQuery plan)
    {
        bool[] covered = new bool[text.Text.Length];
        foreach ((IReadOnlyList<AnalysisToken> row, HashSet<string> terms) in
            ((IReadOnlyList<AnalysisToken>, HashSet<string>)[])
            [(text.Words, plan.Terms[ParagraphFields.Words]), (text.Bigrams, plan.Terms[ParagraphFields.Grams])])
        {
            foreach (AnalysisToken token in row.Where(token => terms.Contains(token.Term)))
            {
                Array.Fill(covered, true, token.Start, token.End - token.Start);
            }
        }

        foreach (AnalysisToken run in text.Bigrams)
        {
            CoverPieces(covered, run, plan.Terms[ParagraphFields.Grams]);
        }

        return covered;
    }

    // A piece that was looked for may stand inside a run of letters or digits; of several, all from the first to the last is marked.
    private static void CoverPieces(bool[] covered, AnalysisToken run, HashSet<string> terms)
    {
        int start = int.MaxValue;
        int end = 0;
        foreach (string piece in terms.Where(term => RunPieces.IsPiece(term)))
        {
            string text = piece[1..];
            int first = piece[0] == RunPieces.Ending ? 1 : 0;
            int last = piece[0] == RunPieces.Ending ? run.Term.Length - text.Length : 0;
            for (int at = first; at <= last; at++)
            {
                if (run.Term.AsSpan(at).StartsWith(text))
                {
                    start = Math.Min(start, at);
                    end = Math.Max(end, at + text.Length);
                }
            }
        }

        if (end > 0)
        {
            Array.Fill(covered, true, run.Start + start, end - start);
        }
    }

    private static int CountCodePoints(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (System.Text.Rune _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    // A part of the text, some of its words, a phrase of it, or several of these.
    private static string MakeQuery(Random random, string text) => random.Next(5) switch
    {
        0 => $"“{CutPhrase(random, text)}”",
        1 => $"{CutPhrase(random, text)} {CutPhrase(random, text)}",
        2 => $"{CutPhrase(random, text)} “{CutPhrase(random, text)}”",
        3 => $"{CutPhrase(random, text)} -{CutPhrase(random, "不会有的字")}",
        _ => CutPhrase(random, text),
    };

    private static string CutPhrase(Random random, string text)
    {
        string[] runs = text.Split(['。', '，', '、', '；', '“', '”', '"', ' ', '\n', '：', '？', '！', '-', '《', '》'], StringSplitOptions.RemoveEmptyEntries);
        string run = runs.Length == 0 ? "" : runs[random.Next(runs.Length)];
        if (run.Length < 2)
        {
            return run;
        }

        int start = random.Next(run.Length - 1);
        return Letters(run.Substring(start, random.Next(1, Math.Min(8, run.Length - start) + 1)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    // The same query in traditional characters or full width.
    private static string Disguise(Random random, string query) => random.Next(4) switch
    {
        0 => string.Concat(query.Select(c => c is >= '!' and <= '~' and not '-' and not '"' ? (char)(c + 0xFEE0) : c)),
        1 => string.Concat(query.Select(ToTraditional)),
        _ => query,
    };

    private static char ToTraditional(char c) => c switch
    {
        '组' => '組', '织' => '織', '势' => '勢', '国' => '國', '经' => '經', '济' => '濟', '贸' => '貿', '区' => '區', '员' => '員',
        '发' => '發', '与' => '與', '会' => '會', '边' => '邊', '丝' => '絲',
        _ => c,
    };

    private static string Hostile(Random random, int pieces) => string.Concat(
        Enumerable.Range(0, random.Next(1, pieces + 1)).Select(_ => HostilePieces[random.Next(HostilePieces.Length)]));
}
