using System.Net;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;

namespace ScoSearch.Api.Security;

/// <summary>Lets a request through to an endpoint, or says why not. Thread-safe.</summary>
/// <remarks>
/// <para>This machine (a connection over loopback) needs no key. But any web page the user opens can make the browser call
/// loopback: so without a key, the request must name a loopback host, and one that changes something must not come from
/// another origin.</para>
/// <para>Everywhere else the endpoint's scope decides: administration always needs a key, search when it is so configured.</para>
/// </remarks>
internal sealed class AccessControl(ApiKeys keys, IOptions<ServiceOptions> options)
{
    /// <summary>Name under which the caller stands in <see cref="HttpContext.Items"/>: the key's name.</summary>
    public const string CallerItem = "ScoSearch.Caller";

    private const string BearerPrefix = "Bearer ";

    /// <summary>Checks a request.</summary>
    /// <returns>Null when it may pass.</returns>
    public Problem? Check(HttpContext context, AccessScope scope)
    {
        string? presented = ReadKey(context.Request);
        if (presented is not null && keys.Any)
        {
            return CheckKey(context, presented, scope);
        }

        if (scope == AccessScope.None)
        {
            return null;
        }

        if (IsLoopback(context.Connection))
        {
            return CheckOrigin(context.Request);
        }

        if (scope == AccessScope.Search && !options.Value.Security.RequireKeyForSearch)
        {
            return null;
        }

        return keys.Any ? AccessProblems.KeyNeeded(context.Response) : AccessProblems.Closed();
    }

    private Problem? CheckKey(HttpContext context, string presented, AccessScope scope)
    {
        if (keys.Find(presented) is not { } key)
        {
            return AccessProblems.UnknownKey(context.Response);
        }

        context.Items[CallerItem] = key.Name;
        return key.Scope >= scope ? null : AccessProblems.WrongScope(key.Name);
    }

    private static string? ReadKey(HttpRequest request)
    {
        if (request.Headers.TryGetValue("X-API-Key", out Microsoft.Extensions.Primitives.StringValues key) && key.Count == 1)
        {
            return key[0];
        }

        string? authorization = request.Headers.Authorization.Count == 1 ? request.Headers.Authorization[0] : null;
        return authorization?.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) == true
            ? authorization[BearerPrefix.Length..].Trim()
            : null;
    }

    // A host in memory, as in tests, has no addresses.
    private static bool IsLoopback(ConnectionInfo connection) =>
        IsLoopback(connection.RemoteIpAddress) && IsLoopback(connection.LocalIpAddress);

    private static bool IsLoopback(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static Problem? CheckOrigin(HttpRequest request)
    {
        if (!IsLoopbackName(request.Host.Host))
        {
            return AccessProblems.ForeignHost();
        }

        bool changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        string? origin = request.Headers.Origin.Count == 0 ? null : request.Headers.Origin.ToString();
        return changes && origin is not null && origin != $"{request.Scheme}://{request.Host}" ? AccessProblems.ForeignOrigin() : null;
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
