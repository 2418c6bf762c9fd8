using System.Globalization;
using System.Text;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Sets paragraphs on pages and damages them on the way, remembering what should come back.</summary>
internal sealed class Typesetter(Random random, Damage damage)
{
    private const char MarkerPlace = '\uE000';

    private static readonly string[] DisplayTitles =
        ["古建修复要点", "从老桥到新桥", "水务改革稳步推进", "守住乡音 留住乡愁", "全镇今年新增茶馆情况", "合作领域不断拓宽"];

    private readonly StringBuilder _out = new();
    private readonly List<(string Label, string Text)> _pageNotes = [];
    private readonly List<string> _noteTexts = [];
    private List<string> _carried = [];
    private int _page, _width, _linesOnPage, _height;
    private bool _pageTop;
    private Borders _borders = new(0);

    /// <summary>The paragraphs that should come back, without blanks.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>
    /// Places in <see cref="Bodies"/> of paragraphs that begin or end at a border that nothing shows, see <see cref="Borders"/>.
    /// </summary>
    public HashSet<int> Undecidable { get; } = [];

    /// <summary>The footnotes that should come back, with their labels, without blanks.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Sets paragraphs and returns the source.</summary>
    public string Set(IReadOnlyList<string> paragraphs)
    {
        NewPage();
        foreach (string clean in paragraphs)
        {
            string paragraph = damage.HalfWidth ? HalfWidth(clean) : clean;
            paragraph = damage.LatinSpaces ? WithSpaces(paragraph) : paragraph;
            Bodies.Add(Plain(paragraph));
            SetParagraph(damage.Notes is null ? paragraph : WithMarkerPlaces(paragraph));
        }

        if (damage.Start == ParagraphStart.LostIndent && !damage.Unwrapped)
        {
            _borders.AddHidden(Undecidable);
        }

        EndPage(isLast: true);
        string source = _out.ToString().Replace("\n", damage.LineEnd, StringComparison.Ordinal);
        return damage.Leftovers ? "\uFEFF" + source : source;
    }

    /// <summary>A text without white space.</summary>
    public static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private void SetParagraph(string paragraph)
    {
        int at = 0;
        _borders.Begin();
        bool cut = !damage.DisplayTitles || random.Next(3) > 0;
        while (at < paragraph.Length)
        {
            if (damage.PageEnd != PageEnd.None && _linesOnPage >= _height)
            {
                EndPage();
                NewPage();
            }

            bool first = at == 0;
            at = Wrapping.SkipBlanks(paragraph, at);
            int end = LineEnd(paragraph, at, first);
            Line(Indent(first) + Numbered(paragraph[at..end]));
            _borders.AddLine(paragraph[at..end]);
            _linesOnPage++;
            at = end;
            if (!cut && !first && at + 40 < paragraph.Length && char.IsLetter(paragraph[at - 1]))
            {
                Line(DisplayTitles[random.Next(DisplayTitles.Length)]);
                cut = true;
            }
        }

        if (damage.Start == ParagraphStart.BlankLine)
        {
            _out.Append('\n');
        }
    }

    private int LineEnd(string paragraph, int at, bool first)
    {
        if (damage.Unwrapped)
        {
            // one line a paragraph; a display title still cuts it
            int half = first && damage.DisplayTitles && random.Next(3) == 0 && paragraph.Length > 120 ? paragraph.Length / 2 : 0;
            return half > 0 && char.IsLetter(paragraph[half - 1]) && char.IsLetter(paragraph[half]) ? half : paragraph.Length;
        }

        int indent = first && damage.Start != ParagraphStart.BlankLine ? 4 : 0;
        return Wrapping.EndOfLine(paragraph, at, (_width * 2) - indent);
    }

    private string Indent(bool first) => !first ? "" : damage.Start switch
    {
        ParagraphStart.FullWidthIndent => "　　",
        ParagraphStart.BlankIndent => "    ",
        _ => "",
    };

    private void Line(string content)
    {
        if (_pageTop && damage.PageEnd == PageEnd.LeadingBlank && content[0] != '　')
        {
            content = " " + content;
        }

        _pageTop = false;
        _out.Append(damage.Leftovers ? WithLeftovers(content) : content);
        _out.Append(damage.BlankEverywhere ? "\n\n" : "\n");
    }

    private void NewPage()
    {
        _width = _width == 0 || damage.VaryWidth ? random.Next(damage.Width.Min, damage.Width.Max + 1) : _width;
        _height = random.Next(18, 34);
        _borders = _page == 0 ? new Borders(_width * 2) : _borders;
        _linesOnPage = 0;
        _pageTop = _page > 0;
        _page++;
        if (damage.PageEnd is PageEnd.Head or PageEnd.HeadAndFeed)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"镇志办公室工作简报　总第{_page + 40}期"));
        }
    }

    private void EndPage(bool isLast = false)
    {
        List<string> lines = [.. _carried];
        _carried = [];
        foreach ((string label, string text) in _pageNotes)
        {
            int width = _width + 2;
            List<string> wrapped = Wrapping.Wrap([label + text], width, indent: false);
            bool crosses = damage.NotesCross && !isLast && (label, text) == _pageNotes[^1] && wrapped.Count > 2 && random.Next(2) == 0;
            int here = crosses ? random.Next(1, wrapped.Count) : wrapped.Count;
            lines.AddRange(wrapped[..here]);
            _carried = wrapped[here..];
            Notes.Add(Plain(label + text));
        }

        _pageNotes.Clear();
        lines.ForEach(Line);
        if (damage.PageEnd is PageEnd.Head or PageEnd.HeadAndFeed)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"— {_page} —"));
        }
        else if (damage.PageEnd == PageEnd.BareNumber)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"{_page + 11}"));
        }

        if (damage.PageEnd is PageEnd.FormFeed or PageEnd.HeadAndFeed)
        {
            _out.Append('\f');
        }
    }

    // Numbers begin again on every page; the text of the footnote follows at its foot.
    private string Numbered(string line)
    {
        while (line.IndexOf(MarkerPlace, StringComparison.Ordinal) is >= 0 and int at)
        {
            string label = LabelOf(_pageNotes.Count + 1);
            _pageNotes.Add((label, NoteTexts.Next(random, _noteTexts)));
            string before = at > 0 && random.Next(4) == 0 ? " " : "", after = random.Next(3) == 0 ? " " : "";
            line = line[..at] + before + label.TrimEnd('　') + after + line[(at + 1)..];
        }

        return line;
    }

    private string LabelOf(int number) => damage.Notes switch
    {
        MarkerStyle.Circled => (char)('\u2460' + number - 1) + "",
        MarkerStyle.Round => $"（{number}）",
        MarkerStyle.Superscript => "¹²³⁴⁵⁶⁷⁸⁹"[number - 1] + "",
        MarkerStyle.Star => "*",
        _ => $"[{number}]　",
    };

    private string WithMarkerPlaces(string paragraph)
    {
        StringBuilder text = new(paragraph);
        int most = damage.Notes == MarkerStyle.Star ? 1 : 2, room = damage.Notes == MarkerStyle.Superscript ? 6 : 14;
        for (int i = random.Next(most + 1); i > 0 && _pageNotes.Count < room; i--)
        {
            int at = paragraph.IndexOf("，", random.Next(paragraph.Length), StringComparison.Ordinal);
            bool free = damage.Notes != MarkerStyle.Star || _pageNotes.Count == 0;
            if (at >= 0 && free && !text.ToString().Contains(MarkerPlace, StringComparison.Ordinal))
            {
                // before the comma for signs that would read as the number of an item behind it
                text.Insert(damage.Notes is null or MarkerStyle.Square ? at + 1 : at, MarkerPlace);
            }
        }

        return text.ToString();
    }

    private string WithLeftovers(string line)
    {
        int at = random.Next(line.Length + 1);
        string extra = random.Next(12) switch { 0 => "\u200B", 1 => "[bookmark: _Toc1]", 2 => "{{PAGE}}", 3 => "&nbsp;", _ => "" };
        bool narrow = at > 0 && at < line.Length && (CharClass.IsNarrowWord(line[at - 1]) || char.IsSurrogate(line[at - 1]));
        return narrow ? line : line.Insert(at, extra);
    }

    private string WithSpaces(string paragraph)
    {
        StringBuilder text = new();
        for (int i = 0; i < paragraph.Length; i++)
        {
            bool border = i > 0 && CharClass.IsHan(paragraph[i]) != CharClass.IsHan(paragraph[i - 1])
                && (CharClass.IsNarrowWord(paragraph[i]) || CharClass.IsNarrowWord(paragraph[i - 1]));
            text.Append(border && random.Next(2) == 0 ? " " : "").Append(paragraph[i]);
        }

        return text.ToString();
    }

    private string HalfWidth(string paragraph) => random.Next(3) == 0 ? paragraph
        : paragraph.Replace("，", ", ", StringComparison.Ordinal).Replace("；", "; ", StringComparison.Ordinal)
            .Replace("：", ":", StringComparison.Ordinal).Replace('（', '(').Replace('）', ')');
}
