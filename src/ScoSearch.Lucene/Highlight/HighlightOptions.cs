namespace ScoSearch.Lucene.Highlight;

/// <summary>How texts are cut into fragments for display. Immutable; safe to share between threads.</summary>
public sealed record HighlightOptions
{
    /// <summary>Longest fragment, in UTF-16 code units. From 20 to 2,000; the default is 160.</summary>
    public int MaxFragmentLength { get; init; } = 160;

    /// <summary>Most fragments of one text. From 1 to 100; the default is 3.</summary>
    public int MaxFragments { get; init; } = 3;

    /// <summary>Whether a text without any match yields its beginning as the only fragment; true by default.</summary>
    public bool FallBackToStart { get; init; } = true;

    /// <summary>Whether fragments are filled up to their length with the text around them; false by default.</summary>
    public bool FillFragments { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFragmentLength, 20);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxFragmentLength, 2000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFragments, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxFragments, 100);
    }
}
