namespace ScoSearch.Core.Paragraphs;

/// <summary>Follows the numbers of headings and items: each style counts up by itself. Not thread-safe.</summary>
internal sealed class EnumeratorSequence
{
    private readonly Dictionary<(EnumeratorStyle, int Depth), int> _last = [];

    /// <summary>Whether a number begins a sequence, or continues the one of its style.</summary>
    public bool Fits(Enumerator e) => e.Style switch
    {
        EnumeratorStyle.None => false,
        EnumeratorStyle.Bullet or EnumeratorStyle.Dash => true,
        _ => e.Value is 0 or 1 || !_last.TryGetValue((e.Style, e.Depth), out int last)
            ? e.Value <= 3 : e.Value >= last && e.Value <= last + 2,
    };

    /// <summary>Takes note of a number that opened a paragraph.</summary>
    public void Accept(Enumerator e)
    {
        if (e.Exists)
        {
            _last[(e.Style, e.Depth)] = e.Value;
        }
    }
}
