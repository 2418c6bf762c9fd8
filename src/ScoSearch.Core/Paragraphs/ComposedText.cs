using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>The text of a block, the markers taken out of it and the way back to the source. Immutable.</summary>
/// <param name="Text">The text.</param>
/// <param name="Map">From the text to the source.</param>
/// <param name="Markers">Markers taken out, each with its offset in the text.</param>
internal readonly record struct ComposedText(string Text, OffsetMap Map, IReadOnlyList<(Marker Marker, int Offset)> Markers)
{
    /// <summary>No text.</summary>
    public static ComposedText Empty { get; } = new("", OffsetMap.Empty, []);
}
