using DocumentFormat.OpenXml.Wordprocessing;

namespace ScoSearch.Ingestion.Word;

/// <summary>Follows the fields that begin and end between the runs, over several paragraphs. Not thread-safe.</summary>
internal sealed class WordFields
{
    // Codes of the open fields, outermost first.
    private readonly List<string> _open = [];

    /// <summary>Whether an open field lists the contents of the document.</summary>
    public bool IsInContents => _open.Exists(c => c.TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes the beginning or end of a field.</summary>
    public void Take(FieldChar mark)
    {
        if (mark.FieldCharType?.Value == FieldCharValues.Begin)
        {
            _open.Add("");
        }
        else if (mark.FieldCharType?.Value == FieldCharValues.End && _open.Count > 0)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    /// <summary>Takes a part of the code of the innermost field.</summary>
    public void Take(FieldCode code)
    {
        if (_open.Count > 0)
        {
            _open[^1] += code.Text;
        }
    }
}
