using System.Globalization;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Keeps the path of headings above a paragraph. Not thread-safe.</summary>
/// <remarks>
/// Levels come from the format where it knows them; otherwise from the style of the number: the first style seen in a
/// text is outermost, and each new style lies below the one in force when it first appeared. A dotted number lies below
/// the heading that has its first part. Parts of a paper known by name, such as a conclusion, lie outermost.
/// </remarks>
internal sealed class SectionTracker
{
    private const int NameStyle = 99; // below Numbered: the name of a part of a paper, which has no headings below it

    private const int Numbered = 100;
    private const int SectionStyle = Numbered + ((int)EnumeratorStyle.SectionName * 10);
    private const int ArticleStyle = Numbered + ((int)EnumeratorStyle.Article * 10);
    private const int DottedStyle = Numbered + ((int)EnumeratorStyle.Dotted * 10);

    private readonly List<(string Text, int Style, string Number)> _path = [];

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

        string text = block.Composed.Text;
        bool named = block.Level == 0 && SectionNames.IsName(text);
        int style = named ? NameStyle : StyleOf(block);
        if (_path.Count > 0 && _path[^1].Style == NameStyle && block.Level == 0)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        int at = named ? EndOfChapters(text) : PlaceOf(block, style);
        if (at >= 0)
        {
            _path.RemoveRange(at, _path.Count - at);
        }

        _path.Add((text, style, NumberOf(block)));
        Path = [.. _path.Select(p => p.Text)];
        return block.Level > 0 ? block.Level : _path.Count;
    }

    // Where in the path the heading goes: below the heading its number belongs to, in the place of its style, or -1 for
    // the end.
    private int PlaceOf(Block block, int style)
    {
        if (block.Level > 0)
        {
            return _path.FindIndex(p => p.Style >= style);
        }

        if (style is > Numbered + 9 and < ArticleStyle)
        {
            // 第二章 ends all but the part it stands in
            return _path.FindIndex(p => p.Style is <= Numbered + 9 or >= ArticleStyle || p.Style >= style);
        }

        int dot = block.Number.LastIndexOf('.');
        int parent = dot < 0 ? -1 : _path.FindLastIndex(p => p.Number.AsSpan().SequenceEqual(block.Number.AsSpan(0, dot)));
        return parent >= 0 ? parent + 1
            : dot > 0 ? _path.FindIndex(p => p.Style >= style && p.Style < DottedStyle + 10) : _path.FindIndex(p => p.Style == style);
    }

    // After the chapter the name stands in, or outermost.
    private int EndOfChapters(string name) =>
        SectionNames.IsInner(name) ? _path.FindLastIndex(p => p.Style is > Numbered + 9 and < SectionStyle) + 1 : 0;

    // Levels given by the format are 1 to 9; styles lie above, so that the two do not mix within one text.
    private static int StyleOf(Block block)
    {
        Enumerator e = block.First.Enumerator;
        EnumeratorStyle style = e.Style;
        int depth = e.Depth;
        if (!e.Exists && block.Number.Length == 0 && block.Composed.Text.EndsWith('—'))
        {
            depth = 9; // without a number, but led into the text by a dash: a style of its own
        }
        else if (!e.Exists && block.Number.Length > 0)
        {
            depth = block.Number.AsSpan().Count('.') + 1;
            style = depth == 1 ? EnumeratorStyle.Arabic : EnumeratorStyle.Dotted;
        }

        return block.Level > 0 ? block.Level : Numbered + ((int)style * 10) + Math.Min(9, depth);
    }

    // The number that a dotted number below begins with.
    private static string NumberOf(Block block) => block.Number.Length > 0 ? block.Number
        : block.First.Enumerator is { Style: EnumeratorStyle.Chapter } chapter
            ? chapter.Value.ToString(CultureInfo.InvariantCulture) : "";
}
