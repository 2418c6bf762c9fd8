using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Keeps the path of headings above a paragraph. Not thread-safe.</summary>
/// <remarks>
/// Levels come from the format where it knows them; otherwise from the style of the number: the first style seen in a
/// text is outermost, and each new style lies below the one in force when it first appeared.
/// </remarks>
internal sealed class SectionTracker
{
    private readonly List<(string Text, int Style)> _path = [];

    /// <summary>The headings above, outermost first.</summary>
    public IReadOnlyList<string> Path { get; private set; } = [];

    /// <summary>Takes note of a block and returns the level of a heading, or 0.</summary>
    public int Enter(Block block)
    {
        if (block.Kind is ParagraphKind.Title || block.StopsText)
        {
            _path.Clear();
            Path = [];
            return 0;
        }

        if (block.Kind != ParagraphKind.Heading || block.IsIntruder)
        {
            return block.Kind == ParagraphKind.Heading ? Math.Max(1, _path.Count) : 0;
        }

        int style = StyleOf(block);
        int at = block.Level > 0 ? _path.FindIndex(p => p.Style >= style) : _path.FindIndex(p => p.Style == style);
        if (at >= 0)
        {
            _path.RemoveRange(at, _path.Count - at);
        }

        _path.Add((block.Composed.Text, style));
        Path = [.. _path.Select(p => p.Text)];
        return block.Level > 0 ? block.Level : _path.Count;
    }

    // Levels given by the format are 1 to 99; styles lie above, so that the two do not mix within one text.
    private static int StyleOf(Block block) => block.Level > 0 ? block.Level
        : 100 + ((int)block.First.Enumerator.Style * 10) + Math.Min(9, block.First.Enumerator.Depth);
}
