using ScoSearch.Lucene.Documents;

namespace ScoSearch.Core.Indexing;

/// <summary>A document ready to be added, or the news that its input needs no adding. Immutable.</summary>
/// <param name="Read">The input it comes from.</param>
/// <param name="IsFirst">Whether it is the first of its input.</param>
/// <param name="Id">Id of the document, or null when the input yields none.</param>
/// <param name="Paragraphs">Its paragraphs as index documents.</param>
internal sealed record PreparedDocument(ReadUnit Read, bool IsFirst, string? Id, List<Document> Paragraphs)
{
    /// <summary>Why it could not be prepared, or null.</summary>
    public IndexingFailure? Failure { get; init; }
}
