using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches documents that contain any of the terms a rule selects; each scores the boost. Immutable.</summary>
public abstract class MultiTermQuery : Query
{
    private protected MultiTermQuery(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The selected terms of a segment, in order.</summary>
    internal abstract TermFilter Select(Terms terms, IndexSearcherOptions options);

    /// <summary>Most terms it may stand for in a segment.</summary>
    internal virtual int GetMaxTerms(IndexSearcherOptions options) => options.MaxTermExpansions;

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        new MultiTermWeight(this, context, scoreMode, boost);
}
