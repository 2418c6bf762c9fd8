using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Word;

/// <summary>What a paragraph's style says.</summary>
/// <param name="Role">Role by the style's name.</param>
/// <param name="Level">Outline level from 1, or 0.</param>
/// <param name="IsContents">Whether it is an entry of a table of contents.</param>
/// <param name="NumberingId">Numbering of the style, or 0.</param>
/// <param name="NumberingLevel">Level of that numbering.</param>
internal readonly record struct ParagraphStyle(
    LineRole Role, int Level, bool IsContents, int NumberingId, int NumberingLevel);
