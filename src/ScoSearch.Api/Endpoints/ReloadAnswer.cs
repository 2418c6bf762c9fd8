namespace ScoSearch.Api.Endpoints;

/// <summary>The index after a reload. Immutable.</summary>
/// <param name="Generation">Its generation.</param>
internal sealed record ReloadAnswer(long Generation);
