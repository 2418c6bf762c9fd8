using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.TestSupport;

/// <summary>Norms computed from the token lists.</summary>
internal sealed class NaiveNorms : FieldNorms
{
    private readonly long?[] _norms;
    private readonly sbyte[] _dense;

    public NaiveNorms(IReadOnlyList<NaiveDocument> documents, string field)
    {
        _norms = [.. documents.Select(d => d.Tokens.TryGetValue(field, out List<NaiveToken>? tokens)
            ? NormEncoding.Encode(tokens.Count - CountOverlaps(tokens))
            : (long?)null)];
        _dense = _norms.All(norm => norm.HasValue) ? [.. _norms.Select(norm => (sbyte)norm!.Value)] : [];
    }

    public override ReadOnlySpan<sbyte> Dense => _dense;

    public long this[int docId] => _norms[docId] ?? 0;

    public override NumericDocValues GetCursor() => new NaiveNumericDocValues(_norms);

    private static int CountOverlaps(List<NaiveToken> tokens) =>
        tokens.Skip(1).Zip(tokens, (next, token) => next.Position == token.Position ? 1 : 0).Sum();
}
