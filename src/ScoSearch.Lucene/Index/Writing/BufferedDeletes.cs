namespace ScoSearch.Lucene.Index.Writing;

/// <summary>Deletions not yet applied, each with its place in the order of all changes: it concerns documents with a
/// lower one. Guarded by its owner.</summary>
/// <remarks>Of several deletions by one term only the last counts: it covers what the earlier ones did.</remarks>
internal sealed class BufferedDeletes
{
    // Rough cost of a dictionary entry, a term object and its arrays.
    private const int BytesPerTerm = 160;
    private const int BytesPerMatcher = 64;

    private readonly Dictionary<Term, long> _terms = [];
    private readonly Dictionary<IDocIdMatcher, long> _matchers = [];

    /// <summary>Deletions by term.</summary>
    public IReadOnlyDictionary<Term, long> Terms => _terms;

    /// <summary>Deletions by query.</summary>
    public IReadOnlyDictionary<IDocIdMatcher, long> Matchers => _matchers;

    /// <summary>Estimated bytes of memory.</summary>
    public long RamBytes { get; private set; }

    public bool IsEmpty => _terms.Count == 0 && _matchers.Count == 0;

    public void Add(Term term, long sequence)
    {
        if (_terms.TryAdd(term, sequence))
        {
            RamBytes += BytesPerTerm + term.Bytes.Length;
        }
        else
        {
            _terms[term] = sequence;
        }
    }

    public void Add(IDocIdMatcher matcher, long sequence)
    {
        if (_matchers.TryAdd(matcher, sequence))
        {
            RamBytes += BytesPerMatcher;
        }
        else
        {
            _matchers[matcher] = sequence;
        }
    }
}
