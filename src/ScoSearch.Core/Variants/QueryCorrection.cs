namespace ScoSearch.Core.Variants;

/// <summary>A query that was probably meant. Immutable.</summary>
/// <param name="Text">The whole query.</param>
/// <param name="Kind">How it was corrected.</param>
internal sealed record QueryCorrection(string Text, CorrectionKind Kind);
