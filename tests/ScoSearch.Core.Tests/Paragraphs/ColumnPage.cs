using System.Text;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>A page of several columns whose columns were extracted in another order.</summary>
/// <param name="random">Decides sizes and order.</param>
internal sealed class ColumnPage(Random random)
{
    /// <summary>What an extractor makes of the lines of a column.</summary>
    public enum Lines
    {
        /// <summary>One line each piece of a paragraph.</summary>
        Joined,

        /// <summary>Lines of the page, paragraphs indented.</summary>
        Indented,

        /// <summary>Lines of the page, the indent lost.</summary>
        IndentLost,
    }

    /// <summary>First and second halves of the paragraphs whose halves do not follow each other any more, without blanks.</summary>
    public List<(string Head, string Tail)> Torn { get; } = [];

    /// <summary>Sets paragraphs in columns and returns the columns one after another.</summary>
    /// <param name="paragraphs">The paragraphs in their order, at least six.</param>
    /// <param name="style">How lines come out.</param>
    /// <param name="shuffled">Whether columns change places.</param>
    /// <remarks>
    /// One paragraph is torn between two columns, the others stand whole. Where lines are joined nothing but its place
    /// shows a half: the first half ends the page and the second begins it, or follows a heading.
    /// </remarks>
    public string Set(IReadOnlyList<string> paragraphs, Lines style, bool shuffled)
    {
        int torn = Enumerable.Range(1, paragraphs.Count - 3).MaxBy(i => paragraphs[i].Length);
        int[] ends = LineEnds(paragraphs[torn]);
        int at = ends[random.Next(ends.Length)];
        List<List<(int Paragraph, string Text)>> columns = [[], [], []];
        for (int p = 0; p < paragraphs.Count; p++)
        {
            columns[p <= torn ? 0 : 1].Add((p, p == torn ? paragraphs[p][..at] : paragraphs[p]));
        }

        columns[1].Insert(0, (torn, paragraphs[torn][at..]));
        int last = columns[1].Count / 2;
        columns[2] = columns[1][last..];
        columns[1] = columns[1][..last];
        int[][] orders = style == Lines.Joined ? [[1, 2, 0], [2, 1, 0]] : [[1, 0, 2], [1, 2, 0], [0, 2, 1]];
        int[] order = shuffled ? orders[random.Next(orders.Length)] : [0, 1, 2];
        StringBuilder page = new();
        foreach (int c in order)
        {
            if (style == Lines.Joined && shuffled && (c != 1 || order[0] != 1))
            {
                page.Append(Title()).Append("\n\n");
            }

            Write(page, columns[c], paragraphs, style);
        }

        if (shuffled)
        {
            Torn.Add((columns[0][^1].Text, columns[1][0].Text));
        }

        return page.ToString();
    }

    private int[] LineEnds(string paragraph)
    {
        List<int> ends = [];
        for (int at = 0; at < paragraph.Length;)
        {
            at = Wrapping.EndOfLine(paragraph, at, (_width * 2) - (at == 0 ? 4 : 0));
            ends.Add(at);
        }

        return [.. ends[..^1]];
    }

    private void Write(StringBuilder page, List<(int Paragraph, string Text)> column, IReadOnlyList<string> paragraphs, Lines style)
    {
        foreach ((int paragraph, string text) in column)
        {
            bool begins = paragraphs[paragraph].StartsWith(text, StringComparison.Ordinal);
            if (style == Lines.Joined)
            {
                page.Append(text).Append("\n\n");
                continue;
            }

            foreach (string line in Wrapping.Wrap([text], _width, begins))
            {
                page.Append(style == Lines.IndentLost ? line.TrimStart('　') : line).Append('\n');
            }
        }
    }

    private readonly int _width = random.Next(16, 26);

    private string Title() => random.Next(4) switch
    {
        0 => "合作领域不断拓宽", 1 => "老街修复稳步推进", 2 => "守住乡音 留住乡愁", _ => "今年工作要点",
    };
}
