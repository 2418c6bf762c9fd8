using Microsoft.Playwright;

namespace ScoSearch.EndToEnd.Tests;

/// <summary>A page of its own that notes what goes wrong in it. Not thread-safe.</summary>
internal sealed class PageSession : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    public PageSession(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _errors.Add($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _errors.Add("exception: " + error);
        page.Dialog += async (_, dialog) =>
        {
            _errors.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            Uri address = new(request.Url);
            if (address.Scheme is "http" or "https" && address.Host != "127.0.0.1")
            {
                _errors.Add("request to another host: " + request.Url);
            }
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors, warnings, dialogs and requests to other hosts so far.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Types a query and waits for its results.</summary>
    public async Task SearchAsync(string query)
    {
        await Page.FillAsync("#q", query);
        await Page.PressAsync("#q", "Enter");
        await Page.WaitForSelectorAsync(".hit");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
