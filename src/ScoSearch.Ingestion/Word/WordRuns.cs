using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScoSearch.Ingestion.Word;

/// <summary>Collects the visible text of a paragraph's runs. Not thread-safe.</summary>
/// <param name="builder">Counts what is left out.</param>
internal sealed class WordRuns(ExtractedTextBuilder builder)
{
    private readonly Dictionary<string, string> _markers = new(StringComparer.Ordinal);
    private readonly WordFields _fields = new();

    /// <summary>Whether the text just appended is in a field that lists the contents of the document.</summary>
    public bool IsInContents => _fields.IsInContents;

    /// <summary>The marker of a note; notes are numbered in the order in which the text refers to them.</summary>
    public string MarkerOf(string noteId)
    {
        if (!_markers.TryGetValue(noteId, out string? marker))
        {
            marker = string.Create(CultureInfo.InvariantCulture, $"[{_markers.Count + 1}]");
            _markers.Add(noteId, marker);
        }

        return marker;
    }

    /// <summary>Appends the text of a paragraph; text boxes in it are put aside.</summary>
    public void Append(OpenXmlElement container, TextWithMarkers text, List<OpenXmlElement> boxes)
    {
        foreach (OpenXmlElement child in container.ChildElements)
        {
            switch (child)
            {
                case Text t:
                    text.Append(t.Text);
                    break;
                case DocumentFormat.OpenXml.Math.Text formula:
                    text.Append(formula.Text);
                    break;
                case Run run when IsHidden(run):
                    builder.Removed("hidden", run.InnerText);
                    break;
                case RubyContent reading:
                    builder.Removed("ruby", reading.InnerText);
                    break;
                case TabChar or PositionalTab:
                    text.Append("\t");
                    break;
                case Break or CarriageReturn:
                    text.Append(" ");
                    break;
                case NoBreakHyphen:
                    text.Append("-");
                    break;
                case SymbolChar symbol:
                    AppendSymbol(symbol, text);
                    break;
                case FootnoteReference note:
                    string footnote = "f" + (note.Id?.Value ?? 0).ToString(CultureInfo.InvariantCulture);
                    text.AppendMarker(MarkerOf(footnote), footnote);
                    break;
                case EndnoteReference note:
                    string endnote = "e" + (note.Id?.Value ?? 0).ToString(CultureInfo.InvariantCulture);
                    text.AppendMarker(MarkerOf(endnote), endnote);
                    break;
                case FieldChar mark:
                    _fields.Take(mark);
                    break;
                case FieldCode code:
                    _fields.Take(code);
                    builder.Removed("field-code", code.Text);
                    break;
                case DeletedRun or MoveFromRun or DeletedText or DeletedFieldCode:
                    builder.Removed("deleted-revision", child.InnerText);
                    break;
                case TextBoxContent box:
                    boxes.Add(box);
                    break;
                case AlternateContentFallback:
                    break; // says the same as the choice before it
                case RunProperties or ParagraphProperties or SdtProperties:
                    break;
                default:
                    Append(child, text, boxes);
                    break;
            }
        }
    }

    private static bool IsHidden(Run run) => run.RunProperties?.Vanish is { } vanish && vanish.Val?.Value != false;

    // Symbol fonts keep their glyphs in the private-use area; only real characters are text.
    private static void AppendSymbol(SymbolChar symbol, TextWithMarkers text)
    {
        if (int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code)
            && code is > 0x20 and < 0xD800)
        {
            text.Append(((char)code).ToString());
        }
    }
}
