using System.Security.Cryptography;
using System.Text;

namespace ScoSearch.Core.Dictionaries;

/// <summary>Short names for contents: the first 64 bits of SHA-256 in hexadecimal.</summary>
internal static class DictionaryFingerprint
{
    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
