namespace ScoSearch.TestSupport;

/// <summary>One document's occurrences of a term.</summary>
internal sealed record NaivePosting(int DocId, IReadOnlyList<NaiveToken> Occurrences);
