namespace ScoSearch.Core.Searching;

/// <summary>One part of a <see cref="UserQuery"/>. Immutable.</summary>
/// <param name="Text">The characters, without quotation marks and minus sign.</param>
/// <param name="IsPhrase">True when the characters must stand together.</param>
/// <param name="IsExcluded">True when paragraphs with it are not wanted.</param>
internal sealed record UserQueryPart(string Text, bool IsPhrase, bool IsExcluded);
