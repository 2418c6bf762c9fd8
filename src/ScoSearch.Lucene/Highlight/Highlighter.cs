using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Lucene.Highlight;

/// <summary>Shows where a text matches a query: fragments with marked spans. Immutable and thread-safe.</summary>
/// <remarks>
/// What is marked is what makes the document match: whole phrases only where the phrase occurs, the terms that a prefix or pattern selects,
/// nothing of prohibited clauses or of optional parts that do not match. Offsets come from the index where it has them, otherwise the text is
/// analysed again and searched as an index of one document.
/// </remarks>
public sealed class Highlighter
{
    private readonly HighlightOptions _options;

    /// <summary>Creates a highlighter.</summary>
    /// <param name="options">How to cut; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public Highlighter(HighlightOptions? options = null)
    {
        _options = options ?? new HighlightOptions();
        _options.Validate();
    }

    /// <summary>Fragments of a text by analysing it.</summary>
    /// <param name="query">What was searched for.</param>
    /// <param name="field">The field that holds the text.</param>
    /// <param name="text">The text as it was indexed.</param>
    /// <param name="analyzer">Cuts it as it was cut for the index.</param>
    /// <param name="cancellation">Checked while the query is prepared.</param>
    /// <returns>The best fragments in the order of the text.</returns>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit.</exception>
    public IReadOnlyList<HighlightFragment> Highlight(
        Query query, string field, string text, Analyzer analyzer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(analyzer);
        return Highlight(text, FindMatches(query, field, text, analyzer, cancellation));
    }

    /// <summary>Fragments of a text by the offsets in an index, or by analysing it where the field has none.</summary>
    /// <param name="searcher">Has searched the document.</param>
    /// <param name="query">What was searched for.</param>
    /// <param name="docId">Index-wide doc id.</param>
    /// <param name="field">The field that holds the text.</param>
    /// <param name="text">The text as it was indexed.</param>
    /// <param name="analyzer">Cuts it as it was cut for the index.</param>
    /// <param name="cancellation">Checked while the query is prepared.</param>
    /// <returns>The best fragments in the order of the text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such document.</exception>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit.</exception>
    public IReadOnlyList<HighlightFragment> Highlight(
        IndexSearcher searcher,
        Query query,
        int docId,
        string field,
        string text,
        Analyzer analyzer,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(text);
        bool hasOffsets = searcher.Reader.Leaves.All(leaf => leaf.Reader.FieldInfos.Find(field)?.HasOffsets ?? true);
        return hasOffsets
            ? Highlight(text, searcher.GetMatches(query, docId, field, cancellation))
            : Highlight(query, field, text, analyzer, cancellation);
    }

    /// <summary>Fragments of a text around known matches.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Places in it, in any order; those without offsets or outside the text are left out.</param>
    /// <returns>The best fragments in the order of the text.</returns>
    public IReadOnlyList<HighlightFragment> Highlight(string text, IReadOnlyList<MatchSpan> matches)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(matches);
        return new FragmentBuilder(text, _options).Build(matches);
    }

    /// <summary>The places in a text that match a query, by analysing it.</summary>
    /// <param name="query">What was searched for.</param>
    /// <param name="field">The field that holds the text; places in other fields are not known.</param>
    /// <param name="text">The text as it was indexed.</param>
    /// <param name="analyzer">Cuts it as it was cut for the index.</param>
    /// <param name="cancellation">Checked while the query is prepared.</param>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit.</exception>
    public static IReadOnlyList<MatchSpan> FindMatches(
        Query query, string field, string text, Analyzer analyzer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        using SingleLeafReader reader = new(new SingleDocumentReader(field, analyzer.GetTokenStream(field, text)));
        return new IndexSearcher(reader).GetMatches(FieldOnlyQuery.Reduce(query, field), 0, field, cancellation);
    }
}
