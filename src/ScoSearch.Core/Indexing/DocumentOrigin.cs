using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Indexing;

/// <summary>Where a document in the index came from. Immutable.</summary>
/// <param name="FileId">Id of the file, or null when it was put as an object.</param>
/// <param name="Hash">Hash of content and given metadata; equal hashes mean that nothing changed.</param>
internal sealed record DocumentOrigin(string? FileId, string Hash)
{
    /// <summary>Hashes content and given metadata: the first 128 bits of SHA-256 in hexadecimal.</summary>
    public static string HashOf(SourceDocument document)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(document.Content.Span);
        DocumentMetadata metadata = document.Metadata;
        StringBuilder given = new();
        Append(given, "title", metadata.Title);
        Append(given, "subtitle", metadata.Subtitle);
        Append(given, "author", metadata.Author);
        Append(given, "source", metadata.Source);
        Append(given, "date", metadata.Date);
        foreach ((string name, MetadataValue value) in metadata.Other.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            Append(given, name, value);
        }

        hash.AppendData(Encoding.UTF8.GetBytes(given.ToString()));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    // Lengths stand in front, so that no two sets of values look alike.
    private static void Append(StringBuilder given, string name, MetadataValue? value)
    {
        if (value is { Value: string text })
        {
            given.Append(CultureInfo.InvariantCulture, $"\0{name.Length}:{name}={text.Length}:{text}");
        }
    }
}
