using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;

namespace ScoSearch.Api.Security;

/// <summary>The configured keys. Immutable; thread-safe.</summary>
/// <remarks>
/// Keys are long random strings, so a plain hash keeps them safe at rest. Every key is compared with every hash in
/// constant time: how long it takes says nothing about how much of a guess was right.
/// </remarks>
internal sealed class ApiKeys(IOptions<ServiceOptions> options)
{
    private readonly ApiKey[] _keys = [.. options.Value.Security.Keys.Select(key => new ApiKey(
        key.Name,
        Convert.FromHexString(key.Hash),
        key.Scopes.Contains("admin") ? AccessScope.Admin : AccessScope.Search))];

    /// <summary>Whether there is a key at all.</summary>
    public bool Any => _keys.Length > 0;

    /// <summary>Finds a key; null when there is no such key.</summary>
    public ApiKey? Find(string presented)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(presented), hash);
        ApiKey? found = null;
        foreach (ApiKey key in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, key.Hash))
            {
                found = key;
            }
        }

        return found;
    }
}
