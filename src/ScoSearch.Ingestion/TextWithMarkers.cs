using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion;

/// <summary>Text under construction with the footnote markers in it. Not thread-safe.</summary>
internal sealed class TextWithMarkers
{
    private readonly StringBuilder _text = new();

    /// <summary>The markers, with starts relative to the text.</summary>
    public List<NoteMarker> Markers { get; } = [];

    /// <summary>The text so far.</summary>
    public string Text => _text.ToString();

    /// <summary>Whether there is nothing but white space.</summary>
    public bool IsBlank
    {
        get
        {
            for (int i = 0; i < _text.Length; i++)
            {
                if (!char.IsWhiteSpace(_text[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Appends text.</summary>
    public void Append(ReadOnlySpan<char> text) => _text.Append(text);

    /// <summary>Appends a marker that points to a note.</summary>
    public void AppendMarker(string marker, string noteId)
    {
        Markers.Add(new NoteMarker(_text.Length, marker.Length, noteId));
        _text.Append(marker);
    }

    /// <summary>Appends another text with its markers.</summary>
    public void Append(TextWithMarkers other)
    {
        Markers.AddRange(other.Markers.Select(m => m with { Start = m.Start + _text.Length }));
        _text.Append(other._text);
    }
}
