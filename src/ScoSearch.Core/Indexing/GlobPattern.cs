using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;

namespace ScoSearch.Core.Indexing;

/// <summary>A path with wildcards: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number of folders. Immutable.</summary>
internal sealed class GlobPattern
{
    private readonly string[] _parts;

    private GlobPattern(string root, string[] parts)
    {
        Root = root;
        _parts = parts;
    }

    /// <summary>The folder before the first wildcard.</summary>
    public string Root { get; }

    /// <summary>Reads a pattern.</summary>
    /// <returns>False when there is no wildcard in it.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out GlobPattern? pattern)
    {
        string[] parts = text.Replace('\\', '/').Split('/');
        int first = Array.FindIndex(parts, p => p.AsSpan().ContainsAny('*', '?'));
        pattern = null;
        if (first < 0)
        {
            return false;
        }

        string root = string.Join('/', parts[..first]);
        pattern = new GlobPattern(root.Length > 0 ? root : first > 0 ? "/" : ".", parts[first..]);
        return true;
    }

    /// <summary>Whether a path relative to <see cref="Root"/>, with <c>/</c> between folders, matches.</summary>
    public bool IsMatch(string relative) => IsMatch(_parts, relative.Split('/'));

    private static bool IsMatch(ReadOnlySpan<string> parts, ReadOnlySpan<string> names)
    {
        while (!parts.IsEmpty)
        {
            if (parts[0] == "**")
            {
                for (int skip = 0; skip <= names.Length; skip++)
                {
                    if (IsMatch(parts[1..], names[skip..]))
                    {
                        return true;
                    }
                }

                return false;
            }

            if (names.IsEmpty || !FileSystemName.MatchesSimpleExpression(parts[0], names[0], ignoreCase: false))
            {
                return false;
            }

            parts = parts[1..];
            names = names[1..];
        }

        return names.IsEmpty;
    }
}
