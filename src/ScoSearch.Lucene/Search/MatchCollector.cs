using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Gathers the places of one document that make it match. Not thread-safe.</summary>
/// <param name="field">Only places in this field are wanted; null for all fields.</param>
internal sealed class MatchCollector(string? field)
{
    private readonly List<MatchSpan> _spans = [];

    public IReadOnlyList<MatchSpan> Spans => _spans;

    public int Count => _spans.Count;

    public bool Wants(string name) => field is null || string.Equals(field, name, StringComparison.Ordinal);

    public void Add(MatchSpan span) => _spans.Add(span);

    /// <summary>Forgets what was added since the count was <paramref name="count"/>.</summary>
    public void Truncate(int count) => _spans.RemoveRange(count, _spans.Count - count);

    /// <summary>Adds every occurrence of a postings list in its current document.</summary>
    public void AddOccurrences(string name, PostingsEnum postings, float weight)
    {
        for (int i = postings.Freq; i > 0; i--)
        {
            int position = postings.NextPosition();
            if (position < 0)
            {
                return;
            }

            _spans.Add(new MatchSpan(name, position, position, postings.StartOffset, postings.EndOffset, weight));
        }
    }
}
