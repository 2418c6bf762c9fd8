using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;

namespace ScoSearch.Api.Security;

/// <summary>Stops a service that listens on a public address without any key, unless that was asked for by name.</summary>
internal sealed partial class StartupGuard(
    IServer server, ApiKeys keys, IOptions<ServiceOptions> options, IHostApplicationLifetime lifetime, ILogger<StartupGuard> logger)
    : IHostedLifecycleService
{
    /// <summary>Whether an address of the configuration reaches beyond this machine.</summary>
    public static bool IsPublic(string address)
    {
        BindingAddress binding = BindingAddress.Parse(address);
        if (binding.IsUnixPipe || binding.IsNamedPipe || binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return !IPAddress.TryParse(binding.Host.Trim('[', ']'), out IPAddress? ip) || !IPAddress.IsLoopback(ip);
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        ICollection<string> addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.FirstOrDefault(IsPublic) is { } open && !keys.Any)
        {
            if (options.Value.Security.AllowUnprotected)
            {
                LogUnprotected(logger, open);
            }
            else
            {
                LogRefused(logger, open);
                Environment.ExitCode = 1;
                lifetime.StopApplication();
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Critical, "{Address} is reachable from other machines and no key is configured. Configure ScoSearch:Security:Keys, "
        + "listen on localhost, or set ScoSearch:Security:AllowUnprotected=true")]
    private static partial void LogRefused(ILogger logger, string address);

    [LoggerMessage(LogLevel.Warning, "{Address} is reachable from other machines without a key: anybody there can search; changes are refused")]
    private static partial void LogUnprotected(ILogger logger, string address);
}
