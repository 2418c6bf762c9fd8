using Microsoft.Extensions.Options;
using ScoSearch.Api.Limits;
using ScoSearch.Api.Security;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Hosting;

/// <summary>Checks the settings at start: each mistake by its name, with what is allowed.</summary>
internal sealed class ServiceOptionsValidator : IValidateOptions<ServiceOptions>
{
    private const int HashLength = 64;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        List<string> mistakes = [];
        CheckLimits(options.Limits, mistakes);
        CheckSecurity(options.Security, mistakes);
        CheckRange(mistakes, "Telemetry:SlowQueryMs", options.Telemetry.SlowQueryMs, 0, int.MaxValue);
        if (string.IsNullOrWhiteSpace(options.DataPath))
        {
            mistakes.Add("ScoSearch:DataPath is empty");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static void CheckLimits(LimitOptions limits, List<string> mistakes)
    {
        CheckRange(mistakes, "Limits:MaxQueryLength", limits.MaxQueryLength, 1, SearchRequest.MaxQueryLength);
        CheckRange(mistakes, "Limits:MaxClauses", limits.MaxClauses, 1, SearchRequest.MaxClauseLimit);
        CheckRange(mistakes, "Limits:MaxLimit", limits.MaxLimit, 1, SearchRequest.MaxLimit);
        CheckRange(mistakes, "Limits:MaxWindow", limits.MaxWindow, 100, SearchRequest.MaxWindow);
        CheckRange(mistakes, "Limits:MaxBodyInBytes", limits.MaxBodyInBytes, 1 << 10, 16 << 20);
        CheckRange(mistakes, "Limits:MaxDocumentInBytes", limits.MaxDocumentInBytes, 1 << 10, 1_000_000_000);
        CheckRange(mistakes, "Limits:ConcurrentSearches", limits.ConcurrentSearches, 0, 10_000);
        CheckRange(mistakes, "Limits:QueuedSearches", limits.QueuedSearches, 0, 1_000_000);
        CheckRange(mistakes, "Limits:SearchTimeoutMs", limits.SearchTimeoutMs, 1, 600_000);
        CheckRange(mistakes, "Limits:RequestsPerSecond", limits.RequestsPerSecond, 0, 1_000_000);
        CheckRange(mistakes, "Limits:Burst", limits.Burst, 1, 1_000_000);
        CheckRange(mistakes, "Limits:CacheInMegabytes", limits.CacheInMegabytes, 0, 4096);
    }

    private static void CheckSecurity(SecurityOptions security, List<string> mistakes)
    {
        for (int i = 0; i < security.Keys.Count; i++)
        {
            ApiKeyOptions key = security.Keys[i];
            if (string.IsNullOrWhiteSpace(key.Name))
            {
                mistakes.Add($"ScoSearch:Security:Keys:{i}:Name is empty");
            }

            if (key.Hash.Length != HashLength || !key.Hash.All(char.IsAsciiHexDigit))
            {
                mistakes.Add($"ScoSearch:Security:Keys:{i}:Hash must be {HashLength} hexadecimal digits: the SHA-256 of the key, not the key");
            }

            if (key.Scopes.Count == 0 || key.Scopes.Any(scope => scope is not ("search" or "admin")))
            {
                mistakes.Add($"ScoSearch:Security:Keys:{i}:Scopes must be \"search\", \"admin\" or both");
            }
        }

        for (int i = 0; i < security.CorsOrigins.Count; i++)
        {
            string origin = security.CorsOrigins[i];
            if (!Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
                || uri.Scheme is not ("http" or "https") || uri.GetLeftPart(UriPartial.Authority) != origin)
            {
                mistakes.Add($"ScoSearch:Security:CorsOrigins:{i} is {origin}; it must be an origin such as https://example.org");
            }
        }
    }

    private static void CheckRange(List<string> mistakes, string name, int value, int minimum, int maximum)
    {
        if (value < minimum || value > maximum)
        {
            mistakes.Add(FormattableString.Invariant($"ScoSearch:{name} is {value}; it must be from {minimum} to {maximum}"));
        }
    }
}
