namespace ScoSearch.Cli.Commands;

/// <summary>A paragraph or a question of a test collection. Immutable.</summary>
/// <param name="Id">Id, not empty.</param>
/// <param name="Title">Title of the paragraph's document; empty when there is none.</param>
/// <param name="Text">Text.</param>
internal sealed record CollectionEntry(string Id, string Title, string Text);
