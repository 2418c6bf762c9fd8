using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion;

/// <summary>Collects lines for an <see cref="ExtractedText"/>. Not thread-safe.</summary>
internal sealed class ExtractedTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<ExtractedLine> _lines = [];
    private readonly SortedDictionary<string, (int Count, long Characters)> _removed = new(StringComparer.Ordinal);

    /// <summary>Number of lines so far.</summary>
    public int LineCount => _lines.Count;

    /// <summary>Adds a line; line ends inside it become blanks.</summary>
    /// <param name="line">The text; white space only adds a blank line.</param>
    /// <param name="number">Line or block of the source, from 1.</param>
    /// <param name="page">Page, from 1, or 0.</param>
    /// <param name="hints">What the format knows, or null.</param>
    public void Add(string line, int number, int page = 0, LineHints? hints = null)
    {
        int start = _text.Length;
        if (line.AsSpan().ContainsAny("\r\n\f\u2028\u2029"))
        {
            line = line.ReplaceLineEndings(" ");
        }

        _text.Append(line).Append('\n');
        _lines.Add(new ExtractedLine(start, line.Length, number, page, hints));
    }

    /// <summary>Adds a line with markers whose starts are relative to the line.</summary>
    public void Add(TextWithMarkers line, int number, int page, LineHints hints)
    {
        int start = _text.Length;
        NoteMarker[] markers = [.. line.Markers.Select(m => m with { Start = m.Start + start })];
        Add(line.Text, number, page, hints with { Markers = markers });
    }

    /// <summary>Records that a rule left characters out.</summary>
    public void Removed(string rule, string text)
    {
        (int count, long characters) = _removed.GetValueOrDefault(rule);
        _removed[rule] = (count + 1, characters + text.Count(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>Builds the text of a document.</summary>
    public ExtractedText Build(
        SourceDocument document, string reader, TextLayout layout, DocumentMetadata metadata, DetectedEncoding? encoding) =>
        new(document.Id, _text.ToString(), _lines)
        {
            Path = document.Path,
            ReaderName = reader,
            Layout = layout,
            Encoding = encoding,
            Metadata = document.Metadata.MergedWith(metadata),
            RemovedByReader = [.. _removed.Select(r => new RemovedText(r.Key, r.Value.Count, r.Value.Characters))],
        };
}
