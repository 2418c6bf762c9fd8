using System.IO;
using System.Text.Json;
using Microsoft.Playwright;

namespace ScoSearch.EndToEnd.Tests;

[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(Browser browser)
{
    [AxeTheory]
    [InlineData("/", ColorScheme.Light)]
    [InlineData("/?q=三股势力", ColorScheme.Light)]
    [InlineData("/?q=三股势力", ColorScheme.Dark)]
    [InlineData("/?q=“龘靐齉齾”", ColorScheme.Light)]
    [InlineData("/?doc=02-charter-and-spirit.md&p=4", ColorScheme.Light)]
    [InlineData("/?doc=02-charter-and-spirit.md&p=4", ColorScheme.Dark)]
    public async Task Page_CheckedByAxe_HasNoSeriousFinding(string path, ColorScheme scheme)
    {
        await using PageSession session = await browser.OpenAsync(path, scheme: scheme);
        IPage page = session.Page;
        await page.WaitForSelectorAsync(".hit, .welcome, .notice, .paragraph");
        await page.Locator("#status-line:not(:empty)").WaitForAsync();

        // Evaluated by the browser's own debugger, so the page's policy for scripts stays as strict as it is.
        await page.EvaluateAsync(await File.ReadAllTextAsync(AxeTheoryAttribute.Script));
        JsonElement? result = await page.EvaluateAsync("async () => await axe.run()");

        string[] serious = [.. result!.Value.GetProperty("violations").EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(violation => violation.GetProperty("id").GetString() + ": "
                + string.Join(" | ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html").GetString())))];
        Assert.Empty(serious);
        Assert.True(result.Value.GetProperty("passes").GetArrayLength() > 10);
    }
}
