using System.Globalization;
using System.IO;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>A paragraph of a structural gold file: source lines and kind, no text.</summary>
internal sealed record GoldParagraph(IReadOnlyList<LineRange> Lines, ParagraphKind Kind)
{
    /// <summary>Reads lines such as <c>3-5,7-23 TAB body</c>; a line that begins with # is a comment.</summary>
    public static List<GoldParagraph> ReadAll(string path)
    {
        List<GoldParagraph> all = [];
        foreach (string row in File.ReadLines(path).Where(r => r.Length > 0 && r[0] != '#'))
        {
            string[] parts = row.Split('\t');
            LineRange[] ranges = [.. parts[0].Split(',').Select(Parse)];
            Assert.True(ParagraphKinds.TryParse(parts[1], out ParagraphKind kind), row);
            all.Add(new GoldParagraph(ranges, kind));
        }

        return all;
    }

    private static LineRange Parse(string range)
    {
        string[] ends = range.Split('-');
        return new LineRange(
            int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture));
    }
}
