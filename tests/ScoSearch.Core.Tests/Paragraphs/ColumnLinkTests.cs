using System.IO;
using System.Text.Json;
using ScoSearch.Core.Documents;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Halves of paragraphs that stand apart because columns were extracted in the wrong order.</summary>
public sealed class ColumnLinkTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<string[]> Articles =
    [
        .. Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot!, "tests", "data", "corpus-gold"), "*.jsonl")
            .Order(StringComparer.Ordinal).Select(ReadBodies).Where(a => a.Length >= 6),
    ];

    [Theory]
    [InlineData("Joined", 0.01)]
    [InlineData("Indented", 0.5)]
    [InlineData("IndentLost", 0.08)]
    public void ColumnsInWrongOrder_LinksAreRight(string lines, double least)
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        int torn = 0, right = 0, wrong = 0;
        List<string> errors = [];
        for (int i = 0; i < 800; i++)
        {
            string[] article = Articles[random.Next(Articles.Count)];
            int first = random.Next(article.Length - 5), count = Math.Min(article.Length - first, random.Next(6, 16));
            ColumnPage page = new(random);
            string source = page.Set(article[first..(first + count)], Enum.Parse<ColumnPage.Lines>(lines), shuffled: i % 4 != 0);
            IReadOnlyList<Paragraph> got = Reconstructing.Of(source).Paragraphs;
            torn += page.Torn.Count;
            foreach (Paragraph head in got.Where(p => p.ContinuedIn > 0))
            {
                Paragraph tail = got[head.ContinuedIn - 1];
                Assert.Equal(head.Number, tail.Continues);
                string a = Typesetter.Plain(head.Text), b = Typesetter.Plain(tail.Text);
                bool known = page.Torn.Exists(t => a.EndsWith(Typesetter.Plain(t.Head), StringComparison.Ordinal)
                    && b.StartsWith(Typesetter.Plain(t.Tail), StringComparison.Ordinal));
                right += known ? 1 : 0;
                wrong += known ? 0 : 1;
                if (!known && errors.Count < 12)
                {
                    errors.Add($"{a[^Math.Min(20, a.Length)..]} -> {b[..Math.Min(20, b.Length)]}");
                }
            }
        }

        string result = $"{lines}: {right} of {torn} torn paragraphs linked, {wrong} wrong links; SCOSEARCH_SEED={seed}";
        output.WriteLine(result);
        output.WriteLine(string.Join('\n', errors));
        Assert.True(wrong * 50 <= right + wrong && right >= torn * least, result);
    }

    [Fact]
    public void ContinuationSigns_LeadFromHalfToHalf()
    {
        const string Page = """
            　　修复工作先从屋顶开始，拆下的旧瓦逐片编号，破损的才换新瓦。工匠们说，这样做虽然慢，却能让老屋多站一百年，而且
            （下转第三版）
            　　镇上的茶馆昨天重新开张，掌柜还是原来那一家人，茶碗也是原来的茶碗。
            （上接第一版）
            每一片瓦都能查到它从前的位置。明年春天，修复的第二期就要开始。
            """;
        IReadOnlyList<Paragraph> got = Reconstructing.Of(Page).Paragraphs;
        Paragraph head = got.Single(p => p.ContinuedIn > 0), tail = got.Single(p => p.Continues > 0);

        Assert.EndsWith("，而且", head.Text, StringComparison.Ordinal);
        Assert.StartsWith("每一片瓦", tail.Text, StringComparison.Ordinal);
        Assert.Equal((tail.Number, head.Number), (head.ContinuedIn, tail.Continues));
    }

    [Fact]
    public void RestBeforeItsBeginning_IsLinkedNotMoved()
    {
        const string Page = """
            茶馆的路越走越宽

            得到镇上的支持，茶馆的说书人有了固定的收入，说书的本子也由县里的图书馆收进了地方文献。

            说书人今年七十二岁。他十六岁学艺，走遍了附近的三个县，记得的本子有四十多部。

            老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。

            最近几年，镇上为茶馆和说书人做了三件事。一是修了屋顶，二是把说书列进了保护的名录，三是请县里的图书馆来记录本子，茶馆的说书人从去年起，
            """;
        IReadOnlyList<Paragraph> got = Reconstructing.Of(Page).Paragraphs;
        Paragraph head = got.Single(p => p.ContinuedIn > 0);

        Assert.Equal(got[^1], head);
        Assert.StartsWith("得到镇上的支持", got[head.ContinuedIn - 1].Text, StringComparison.Ordinal);
        Assert.Equal(2, head.ContinuedIn);
    }

    [Fact]
    public void CommaAfterFullStop_IsTheRestOfAnotherParagraph()
    {
        string[] got = Reconstructing.Texts("老桥建于清末，桥面铺着青石板。\n，两侧的栏杆在前年重新刷了漆，过桥往东就是茶馆。\n");

        Assert.Equal(["老桥建于清末，桥面铺着青石板。", "，两侧的栏杆在前年重新刷了漆，过桥往东就是茶馆。"], got);
    }

    [Fact]
    public void WholeParagraphs_AreNotLinked()
    {
        foreach (string[] article in Articles)
        {
            Assert.DoesNotContain(Reconstructing.Of(string.Join("\n\n", article)).Paragraphs, p => p.ContinuedIn + p.Continues > 0);
        }
    }

    private static string[] ReadBodies(string path) =>
    [
        .. File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(p => p.GetProperty("kind").GetString() == "body").Select(p => p.GetProperty("text").GetString()!)
            .Where(t => t.Length >= 30 && t[^1] is '。' or '”'),
    ];
}
