namespace ScoSearch.Core.Searching;

/// <summary>A paragraph's place in its document. Immutable.</summary>
/// <param name="Number">Number in reading order, from 1.</param>
/// <param name="Kind">title, subtitle, byline, heading, body, footnote, quote, caption or noise.</param>
/// <param name="Section">Path of headings above it, joined by <c> › </c>; null at the top.</param>
/// <param name="Page">Page number, from 1; null when unknown.</param>
/// <param name="FirstLine">First source line, from 1; null when unknown.</param>
/// <param name="LastLine">Last source line, from 1; null when unknown.</param>
public sealed record ParagraphInfo(int Number, string Kind, string? Section, int? Page, int? FirstLine, int? LastLine);
