using ScoSearch.Core.Text;

namespace ScoSearch.Core.Searching;

/// <summary>What <see cref="ParagraphReranker"/> looks for in the first hits. Immutable.</summary>
/// <param name="Words">The words of the loose text, without those that only ask; each once.</param>
/// <param name="Script">The script it was typed in.</param>
internal sealed record LooseQuery(IReadOnlyList<string> Words, ChineseScript Script);
