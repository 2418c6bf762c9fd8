using System.Text;
using ScoSearch.Core.Documents;
using ScoSearch.TestSupport;

namespace ScoSearch.Ingestion.Tests;

public sealed class HtmlReaderTests
{
    private const string Page = """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>老桥重开_镇报网</title>
        <meta name="author" content="王磊"><meta property="article:published_time" content="2024-07-06T08:00:00+08:00">
        <script>var a = "脚本里的话";</script><style>p { color: red }</style></head><body>
        <nav><a href="/">首页</a><a href="/news">新闻中心</a></nav>
        <div class="article"><h1>老桥重开</h1>
        <p>　　老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。</p><!-- 注释里的话 -->
        <p>　　过桥往东走两百步，就是镇上唯一的茶馆，每天清早四点开门，掌柜姓王。</p>
        <h2>茶馆</h2><ul><li>早市</li></ul><blockquote>茶要热，话要慢。</blockquote>
        <table><tr><td>年份</td><td>间数</td></tr><tr><td>2019</td><td>36</td></tr></table>
        <p>　　集市逢五逢十开，四乡的人都来，<br>　　中午以前最热闹，过了两点就渐渐散了。</p></div>
        <div class="comment-list"><p>评论：好文章，写得真好，大家都来看，顶一个，再顶一个。</p></div>
        <aside><p>旁边的推荐阅读，旁边的推荐阅读，旁边的推荐阅读。</p></aside><footer>版权所有</footer></body></html>
        """;

    [Fact]
    public void Read_Page_MainTextOnly()
    {
        ReconstructedDocument document = Ingesting.One(Page, "a.html");

        Assert.Equal(["title:老桥重开", "body:老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。",
            "body:过桥往东走两百步，就是镇上唯一的茶馆，每天清早四点开门，掌柜姓王。", "heading:茶馆", "body:早市", "quote:茶要热，话要慢。",
            "body:年份\t间数", "body:2019\t36", "body:集市逢五逢十开，四乡的人都来，", "body:中午以前最热闹，过了两点就渐渐散了。"],
            Ingesting.Lines(document));
        Assert.Equal(("老桥重开", "王磊", "2024-07-06"),
            (document.Metadata.Title?.Value, document.Metadata.Author?.Value, document.Metadata.Date?.Value));
    }

    [Fact]
    public void Read_LineBelowTitle_GivesSourceAuthorAndDate()
    {
        string page = """
            <html><head><title>老桥重开_镇报网</title></head><body><div class="top"><a href="/1.html">老桥重开</a><span>2018-01-02 03:04</span></div>
            <div class="head"><div class="t">老桥重开</div><div><span> 2024-07-06 08:00:01</span><span>来源：<em>镇报</em></span> <span>作者：王磊</span></div></div>
            <div class="text"><div class="viewer"><span>图集</span></div>
            <p>　　老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。</p><p>　　过桥往东走两百步，就是镇上唯一的茶馆，每天清早四点开门。</p>
            <p>　　集市逢五逢十开，四乡的人都来，中午以前最热闹。</p>
            <div><span><a href="javascript:void(0);">【纠错】</a>责任编辑：张敏</span></div></div></body></html>
            """;

        ReconstructedDocument document = Ingesting.One(page, "a.html");

        Assert.Equal(("镇报", "王磊", "2024-07-06"),
            (document.Metadata.Source?.Value, document.Metadata.Author?.Value, document.Metadata.Date?.Value));
        Assert.Equal(["title:老桥重开", "body:老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。",
            "body:过桥往东走两百步，就是镇上唯一的茶馆，每天清早四点开门。", "body:集市逢五逢十开，四乡的人都来，中午以前最热闹。", "byline:责任编辑：张敏"],
            Ingesting.Lines(document));
        Assert.Contains(document.Report.Removed, r => r.Rule == "widget-label");
    }

    [Theory]
    [InlineData("""{"@type":"NewsArticle","datePublished":"2024-07-06T08:00:00+08:00","author":{"name":"王磊"},"publisher":[{"name":"镇报"}]}""", "2024-07-06", "王磊")]
    [InlineData("""{"pubDate": "2024-07-06T15:14:21",}""", "2024-07-06", null)]
    [InlineData("""{"pubDate": "2024-""", null, null)]
    public void Read_LinkedData_IsMetadata(string data, string? date, string? author)
    {
        ReconstructedDocument document = Ingesting.One(
            $"<html><head><script type=\"application/ld+json\">{data}</script></head><body><p>老桥建于清末，桥面铺着青石板。</p></body></html>", "a.html");

        Assert.Equal((date, author), (document.Metadata.Date?.Value, document.Metadata.Author?.Value));
    }

    [Fact]
    public void Read_NamesOfAuthorities_AreMetadata()
    {
        string page = "<html><head><meta name=\"ArticleTitle\" content=\"关于修缮老桥的通知\"><meta name=\"PubDate\" content=\"2024-07-06 10:00\">"
            + "<meta name=\"ContentSource\" content=\"镇政府办公室\"><title>通知_南河镇</title></head><body><p>老桥建于清末，桥面铺着青石板。</p></body></html>";

        DocumentMetadata metadata = Ingesting.One(page, "a.html").Metadata;

        Assert.Equal(("关于修缮老桥的通知", "镇政府办公室", "2024-07-06"), (metadata.Title?.Value, metadata.Source?.Value, metadata.Date?.Value));
    }

    [Fact]
    public void Read_LinksToOtherTexts_AreLeftOut()
    {
        string page = """
            <html><head><title>老桥重开--社会--镇报网</title></head><body><article><h1>老桥重开</h1><h2>——南河镇的一件大事</h2>
            <p>老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。</p><p>过桥往东走两百步，就是镇上唯一的<a href="/c">茶馆</a>，每天清早四点开门。</p>
            <p>集市逢五逢十开，四乡的人都来，中午以前最热闹。</p><p><a href="/f.pdf">附件：修缮费用表</a></p>
            <p>相关阅读：</p><p><a href="/1">老桥的三次修缮</a></p><div>标签：<a href="/t">老桥</a></div><p><a href="/2">下一篇：集市搬家</a></p></article></body></html>
            """;

        Assert.Equal(["title:老桥重开", "subtitle:——南河镇的一件大事", "body:老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。",
            "body:过桥往东走两百步，就是镇上唯一的茶馆，每天清早四点开门。", "body:集市逢五逢十开，四乡的人都来，中午以前最热闹。", "body:附件：修缮费用表"],
            Ingesting.Lines(Ingesting.One(page, "a.html")));
    }

    [Fact]
    public void Read_DeclaredGb2312_IsDecoded()
    {
        string page = "<html><head><meta charset=gb2312></head><body><p>鳜鱼，槐花，旮旯。</p></body></html>";

        ReconstructedDocument document = Ingesting.One(CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes(page), "a.htm");

        Assert.Equal("鳜鱼，槐花，旮旯。", Assert.Single(document.Paragraphs).Text);
    }

    [Fact]
    public void Read_EndlessNesting_IsHostile()
    {
        string deep = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "老桥";

        Assert.Equal(DocumentReadError.Hostile, Ingesting.ErrorOf(Encoding.UTF8.GetBytes(deep), "a.html"));
    }

    [Fact]
    public void Read_DamagedBytes_GiveErrorOrParagraphs()
    {
        byte[] sound = Encoding.UTF8.GetBytes(Page);
        Random random = new(Fuzz.Seed);
        for (int i = 0; i < 150; i++)
        {
            IngestedFile file = Ingesting.Read(Fuzz.Damage(sound, random), "a.html");

            Assert.True(file.Succeeded || file.Error!.Message.Length > 0, $"seed {Fuzz.Seed}");
        }
    }

    [SharedDataTheory]
    [InlineData("news-xinhua.html", "法国全国大罢工再次严重影响交通", "新华社巴黎12月9日电（记者唐霁）", 6)]
    [InlineData("news-guancha.html", "我国集成电路进口突破3000亿美元！魏少军：产业结构扭曲，没将产品作为中心", "9月3日，", 6)]
    public void Read_RealNews_ArticleWithoutTheRest(string file, string title, string first, int bodies)
    {
        ReconstructedDocument document = Ingesting.OneFile(SharedData.PathOf("data", "eval", "messy", file));

        Assert.Equal(title, document.Paragraphs[0].Text);
        Paragraph[] body = [.. document.Paragraphs.Where(p => p.Kind == ParagraphKind.Body && p.Text.Length > 40)];
        Assert.StartsWith(first, body[0].Text, StringComparison.Ordinal);
        Assert.InRange(body.Length, bodies - 1, bodies + 1);
    }

    [Fact]
    public void Read_CounterAndCellOfSeveralLines_AreNoParagraphs()
    {
        const string Page = """
            <html><body><article><h1>修桥记</h1>
            <p>老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。</p><div>+1</div>
            <table><tr><td>村名</td><td>用水量</td></tr><tr><td>一村<br>二村</td><td>36</td></tr></table>
            <p>过桥往东走两百步，就是镇上唯一的茶馆，每天清早四点开门。</p></article></body></html>
            """;

        ReconstructedDocument document = Ingesting.One(Page, "a.html");

        Assert.Equal(
            ["title:修桥记", "body:老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。", "body:村名\t用水量", "body:一村 二村\t36",
                "body:过桥往东走两百步，就是镇上唯一的茶馆，每天清早四点开门。"],
            Ingesting.Lines(document));
        Assert.Contains(document.Report.Removed, r => r is { Rule: "counter", Count: 1, Characters: 2 });
    }
}
