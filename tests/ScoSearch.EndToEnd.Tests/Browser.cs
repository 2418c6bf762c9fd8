using Microsoft.Playwright;

namespace ScoSearch.EndToEnd.Tests;

/// <summary>One Chromium and one service over the sample corpus for all tests of the page.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Chromium as Debian installs it.</summary>
    public const string ExecutablePath = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The service whose page is looked at.</summary>
    internal ServiceProcess Service { get; private set; } = null!;

    /// <summary>Starts service and browser.</summary>
    public async Task InitializeAsync()
    {
        Service = await ServiceProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExecutablePath,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A new window without history, that notes every error of the page.</summary>
    internal async Task<PageSession> OpenAsync(
        string path = "/", int width = 1200, int height = 900, ColorScheme scheme = ColorScheme.Light, string locale = "zh-CN")
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Service.Address,
            Locale = locale,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        PageSession session = new(context, await context.NewPageAsync());
        await session.Page.GotoAsync(path);
        return session;
    }

    /// <summary>Closes both.</summary>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (Service is not null)
        {
            await Service.DisposeAsync();
        }
    }
}
