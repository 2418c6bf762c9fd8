using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ScoSearch.EndToEnd.Tests;

[Collection(BrowserCollection.Name)]
public sealed class SearchPageTests(Browser browser)
{
    [BrowserFact]
    public async Task Search_WordsOfTheCorpus_ShowsMarkedHitsWithTheirPlace()
    {
        await using PageSession session = await browser.OpenAsync();
        await session.SearchAsync("上合组织 三股势力");

        IPage page = session.Page;
        ILocator hit = page.Locator(".hit").First;
        Assert.Contains("三股势力", await hit.Locator("mark").AllInnerTextsAsync());
        Assert.Matches("第 \\d+ 段", await hit.Locator(".place").InnerTextAsync());
        Assert.False(string.IsNullOrWhiteSpace(await hit.Locator("h2").InnerTextAsync()));
        Assert.Contains("找到", await page.Locator(".total").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Matches(new Regex("\\?q="), page.Url);
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Facet_Chosen_NarrowsTheResultsAndTheAddress()
    {
        await using PageSession session = await browser.OpenAsync();
        await session.SearchAsync("上合组织");
        IPage page = session.Page;
        string before = await page.Locator(".total").InnerTextAsync();

        await page.Locator("input[data-facet=kind][value=heading]").CheckAsync();
        await page.WaitForFunctionAsync("text => document.querySelector('.total')?.innerText !== text", before);

        Assert.All(await page.Locator(".hit .kind").AllInnerTextsAsync(), kind => Assert.Equal("小标题", kind));
        Assert.Contains("kind=heading", page.Url, StringComparison.Ordinal);
        await page.Locator(".clear").ClickAsync();
        await page.WaitForFunctionAsync("text => document.querySelector('.total')?.innerText.split('段')[0] === text.split('段')[0]", before);
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Context_Opened_ShowsNeighboursInPlace()
    {
        await using PageSession session = await browser.OpenAsync();
        await session.SearchAsync("“上海精神”");
        ILocator hit = session.Page.Locator(".hit").First;

        ILocator button = hit.Locator("button[aria-expanded]");
        await button.ClickAsync();
        await hit.Locator(".neighbour").First.WaitForAsync();

        Assert.Equal("true", await button.GetAttributeAsync("aria-expanded"));
        Assert.Contains("上海精神", await hit.Locator(".whole mark").AllInnerTextsAsync());
        await button.ClickAsync();
        await hit.Locator(".neighbour").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task ReadingView_FromAHit_OpensAtTheParagraphAndComesBack()
    {
        await using PageSession session = await browser.OpenAsync();
        await session.SearchAsync("三股势力");
        IPage page = session.Page;

        await page.Locator(".hit .title").First.ClickAsync();
        await page.WaitForSelectorAsync(".paragraph.wanted");

        Assert.True(await page.EvaluateAsync<bool>(
            "() => { const r = document.querySelector('.wanted').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"));
        Assert.Contains("doc=", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        await page.WaitForSelectorAsync(".hit");
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task ReadingView_DocumentWithFootnotes_LinksMarkerAndNote()
    {
        await using PageSession session = await browser.OpenAsync("/?doc=02-charter-and-spirit.md");
        IPage page = session.Page;
        ILocator marker = page.Locator(".paragraph sup a").First;
        await marker.WaitForAsync();

        await marker.ClickAsync();

        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.classList.contains('footnote')"));
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Copy_TextCitationAndLink_AreOnTheClipboard()
    {
        await using PageSession session = await browser.OpenAsync();
        await session.SearchAsync("三股势力");
        IPage page = session.Page;
        ILocator hit = page.Locator(".hit").First;

        await hit.GetByText("复制文字").ClickAsync();
        await hit.GetByText("已复制").WaitForAsync();
        string text = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        await hit.GetByText("复制引文出处").ClickAsync();
        await page.WaitForFunctionAsync("async text => await navigator.clipboard.readText() !== text", text);
        string citation = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        await hit.GetByText("复制链接").ClickAsync();
        await page.WaitForFunctionAsync("async text => await navigator.clipboard.readText() !== text", citation);
        string link = await page.EvaluateAsync<string>("navigator.clipboard.readText()");

        Assert.Contains("三股势力", text, StringComparison.Ordinal);
        Assert.Matches("\\[[A-Z](/OL)?\\]", citation);
        await page.GotoAsync(link);
        await page.WaitForSelectorAsync(".paragraph.wanted");
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Suggestions_Typed_CanBeChosenByKeyboard()
    {
        await using PageSession session = await browser.OpenAsync();
        IPage page = session.Page;
        await page.Locator("#q").PressSequentiallyAsync("上海合");
        await page.WaitForSelectorAsync("#suggestions:not([hidden]) li");

        await page.PressAsync("#q", "ArrowDown");
        string chosen = await page.Locator("#suggestions li[aria-selected=true]").InnerTextAsync();
        await page.PressAsync("#q", "Enter");
        await page.WaitForSelectorAsync(".hit");

        Assert.Equal(chosen, await page.InputValueAsync("#q"));
        Assert.StartsWith("上海合", chosen, StringComparison.Ordinal);
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Keyboard_SlashArrowsEnter_LeadToTheDocument()
    {
        await using PageSession session = await browser.OpenAsync("/?q=" + Uri.EscapeDataString("三股势力"));
        IPage page = session.Page;
        await page.WaitForSelectorAsync(".hit");

        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Locator("#q").BlurAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(1, await page.EvaluateAsync<int>("[...document.querySelectorAll('.hit .title')].indexOf(document.activeElement)"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".paragraph.wanted");
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Script_Traditional_ChangesWhatIsShownAndNotWhatIsCopied()
    {
        await using PageSession session = await browser.OpenAsync();
        await session.SearchAsync("上海合作組織");
        IPage page = session.Page;
        Assert.Equal("上海合作組織", await page.InputValueAsync("#q"));

        await page.ClickAsync("#script");
        await page.ClickAsync("#script");
        await page.WaitForFunctionAsync("() => document.querySelector('.hit')?.innerText.includes('組織')");
        await page.Locator(".hit").First.GetByText("复制文字").ClickAsync();
        await page.Locator(".hit").First.GetByText("已复制").WaitForAsync();

        Assert.Contains("组织", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Text_WithMarkup_IsShownAndNeverRun()
    {
        await using PageSession session = await browser.OpenAsync();
        await session.SearchAsync("恶意段落");
        IPage page = session.Page;

        Assert.Contains("<script>alert('script')</script>", await page.Locator(".hit").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".hit .title").First.ClickAsync();
        await page.WaitForSelectorAsync(".paragraph.wanted");
        Assert.Contains("<img src=x", await page.Locator(".wanted").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main script, main img").CountAsync());
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Search_NothingFound_SaysSo()
    {
        await using PageSession session = await browser.OpenAsync("/?q=" + Uri.EscapeDataString("“龘靐齉齾”"));
        await session.Page.GetByText("没有找到").First.WaitForAsync();

        Assert.Equal(0, await session.Page.Locator(".hit").CountAsync());
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Search_ServiceFails_ShowsTheErrorAndTriesAgain()
    {
        await using PageSession session = await browser.OpenAsync();
        IPage page = session.Page;
        await page.RouteAsync("**/v1/search**", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 503,
            ContentType = "application/problem+json",
            Body = """{"type":"urn:scosearch:problem:busy","title":"x","status":503,"detail":"服务正忙，请稍后再试。","code":"busy","traceId":"abc123"}""",
        }));
        await page.FillAsync("#q", "灯塔");
        await page.PressAsync("#q", "Enter");
        await page.WaitForSelectorAsync(".failure");

        Assert.Contains("服务正忙", await page.Locator(".failure").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("abc123", await page.Locator(".failure").InnerTextAsync(), StringComparison.Ordinal);
        await page.UnrouteAsync("**/v1/search**");
        await page.FillAsync("#q", "三股势力");
        await page.PressAsync("#q", "Enter");
        await page.WaitForSelectorAsync(".hit");
    }

    [BrowserFact]
    public async Task Search_ServiceSlow_SaysThatItIsAtWork()
    {
        await using PageSession session = await browser.OpenAsync();
        IPage page = session.Page;
        TaskCompletionSource release = new();
        await page.RouteAsync("**/v1/search**", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        await page.FillAsync("#q", "三股势力");
        await page.PressAsync("#q", "Enter");
        await page.WaitForSelectorAsync(".waiting");

        Assert.Equal("true", await page.GetAttributeAsync("#main", "aria-busy"));
        release.SetResult();
        await page.WaitForSelectorAsync(".hit");
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Phone_Width_HasNoSidewaysScrolling()
    {
        await using PageSession session = await browser.OpenAsync("/", width: 360, height: 740);
        await session.SearchAsync("上合组织 三股势力");
        IPage page = session.Page;

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.Locator(".hit .title").First.ClickAsync();
        await page.WaitForSelectorAsync(".paragraph.wanted");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(session.Errors);
    }

    [BrowserFact]
    public async Task Language_English_IsChosenByTheBrowserAndByHand()
    {
        await using PageSession session = await browser.OpenAsync("/", locale: "en-GB");
        IPage page = session.Page;
        await session.SearchAsync("三股势力");

        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Contains("paragraph", await page.Locator(".total").InnerTextAsync(), StringComparison.Ordinal);
        await page.ClickAsync("#language");
        await page.GetByText("找到").First.WaitForAsync();
        Assert.Equal("zh-CN", await page.GetAttributeAsync("html", "lang"));
        await page.Locator("#status-line").GetByText("篇文档").WaitForAsync();
        Assert.Empty(session.Errors);
    }
}
