namespace ScoSearch.Core.Paragraphs;

/// <summary>Writes a marker in its usual form.</summary>
internal static class MarkerText
{
    /// <summary><c>[3]</c>, <c>③</c>, <c>（3）</c>, <c>³</c>, <c>3</c> or <c>*</c>.</summary>
    public static string Of(Marker marker, string source) => marker.Style switch
    {
        MarkerStyle.Circled when marker.Value is >= 1 and <= 20 => ((char)('\u2460' + marker.Value - 1)).ToString(),
        MarkerStyle.Round => FormattableString.Invariant($"（{marker.Value}）"),
        MarkerStyle.Superscript => "⁰¹²³⁴⁵⁶⁷⁸⁹"[marker.Value % 10].ToString(),
        MarkerStyle.Star => "*",
        MarkerStyle.Declared or MarkerStyle.Bare => source.Substring(marker.Start, marker.Length),
        _ => FormattableString.Invariant($"[{marker.Value}]"),
    };
}
