using System.Collections.Frozen;

namespace ScoSearch.Lucene.Analysis;

/// <summary>Chooses an analyzer by field. Does not own the analyzers it is given. Thread-safe.</summary>
public sealed class PerFieldAnalyzer : Analyzer
{
    private readonly Analyzer _default;
    private readonly FrozenDictionary<string, Analyzer> _analyzers;

    /// <summary>Creates the analyzer.</summary>
    /// <param name="defaultAnalyzer">For fields that are not named.</param>
    /// <param name="analyzers">Analyzers of single fields.</param>
    public PerFieldAnalyzer(Analyzer defaultAnalyzer, IReadOnlyDictionary<string, Analyzer> analyzers)
    {
        ArgumentNullException.ThrowIfNull(defaultAnalyzer);
        ArgumentNullException.ThrowIfNull(analyzers);
        _default = defaultAnalyzer;
        _analyzers = analyzers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override int GetPositionIncrementGap(string field) => ForField(field).GetPositionIncrementGap(field);

    /// <inheritdoc/>
    public override int GetOffsetGap(string field) => ForField(field).GetOffsetGap(field);

    /// <inheritdoc/>
    public override string Normalize(string field, string text) => ForField(field).Normalize(field, text);

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string field) => ForField(field).CreateChain(field);

    private Analyzer ForField(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _analyzers.GetValueOrDefault(field, _default);
    }
}
