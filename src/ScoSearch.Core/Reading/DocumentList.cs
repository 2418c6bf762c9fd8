namespace ScoSearch.Core.Reading;

/// <summary>Documents of the index. Immutable.</summary>
/// <param name="Total">How many documents there are, or meet the condition.</param>
/// <param name="Documents">The part that was asked for, by rising id.</param>
public sealed record DocumentList(int Total, IReadOnlyList<DocumentEntry> Documents);
