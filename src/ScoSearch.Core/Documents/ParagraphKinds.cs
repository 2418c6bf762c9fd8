namespace ScoSearch.Core.Documents;

/// <summary>The stored names of <see cref="ParagraphKind"/>.</summary>
public static class ParagraphKinds
{
    private static readonly string[] Names =
        ["body", "title", "subtitle", "byline", "heading", "footnote", "quote", "caption", "noise"];

    /// <summary>All kinds, in the order of their values.</summary>
    public static IReadOnlyList<ParagraphKind> All { get; } =
    [
        ParagraphKind.Body, ParagraphKind.Title, ParagraphKind.Subtitle, ParagraphKind.Byline, ParagraphKind.Heading,
        ParagraphKind.Footnote, ParagraphKind.Quote, ParagraphKind.Caption, ParagraphKind.Noise,
    ];

    /// <summary>The lower-case name of a kind, such as <c>heading</c>.</summary>
    /// <param name="kind">A defined kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not defined.</exception>
    public static string NameOf(this ParagraphKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)kind, (uint)Names.Length, nameof(kind));
        return Names[(int)kind];
    }

    /// <summary>Finds a kind by its name, in any case.</summary>
    /// <param name="name">A name such as <c>heading</c>.</param>
    /// <param name="kind">The kind, or <see cref="ParagraphKind.Body"/> when there is none.</param>
    /// <returns>Whether the name is known.</returns>
    public static bool TryParse(string? name, out ParagraphKind kind)
    {
        int at = Array.FindIndex(Names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
        kind = at < 0 ? ParagraphKind.Body : (ParagraphKind)at;
        return at >= 0;
    }
}
