using System.Text;

namespace ScoSearch.Lucene.Highlight;

/// <summary>Writes fragments as HTML, text escaped, or as plain text, marked spans between two tags. Immutable and thread-safe.</summary>
public sealed class FragmentFormatter
{
    private readonly bool _escapes;

    /// <summary>Creates a formatter.</summary>
    /// <param name="preTag">Written before a marked span as it is; trusted.</param>
    /// <param name="postTag">Written after it as it is; trusted.</param>
    /// <param name="escapes">Whether the text is escaped for HTML.</param>
    public FragmentFormatter(string preTag = "<em>", string postTag = "</em>", bool escapes = true)
    {
        ArgumentNullException.ThrowIfNull(preTag);
        ArgumentNullException.ThrowIfNull(postTag);
        PreTag = preTag;
        PostTag = postTag;
        _escapes = escapes;
    }

    /// <summary>Written before a marked span.</summary>
    public string PreTag { get; }

    /// <summary>Written after a marked span.</summary>
    public string PostTag { get; }

    /// <summary>The fragment as text.</summary>
    public string Format(HighlightFragment fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        StringBuilder html = new(fragment.Text.Length + (fragment.Highlights.Count * (PreTag.Length + PostTag.Length)));
        int at = 0;
        foreach (TextSpan span in fragment.Highlights)
        {
            Append(html, fragment.Text.AsSpan(at, span.Start - at));
            html.Append(PreTag);
            Append(html, fragment.Text.AsSpan(span.Start, span.Length));
            html.Append(PostTag);
            at = span.End;
        }

        Append(html, fragment.Text.AsSpan(at));
        return html.ToString();
    }

    // The five characters that mean something in HTML; everything else, Han characters above all, stays readable.
    private void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        if (!_escapes)
        {
            html.Append(text);
            return;
        }

        foreach (char unit in text)
        {
            switch (unit)
            {
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '&':
                    html.Append("&amp;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                default:
                    html.Append(unit);
                    break;
            }
        }
    }
}
