using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Turns extracted text into paragraphs. Stateless and thread-safe; the same input gives the same output.</summary>
public static class ParagraphReconstructor
{
    /// <summary>Reconstructs the paragraphs of one document.</summary>
    /// <param name="text">What a reader got out of the file.</param>
    /// <param name="words">A dictionary as evidence for words cut by a line end, or null.</param>
    /// <returns>The paragraphs in reading order, metadata and a report. Nothing is lost: see the report.</returns>
    /// <remarks>Linear in the length of the text; holds the text, its lines and its paragraphs.</remarks>
    public static ReconstructedDocument Reconstruct(ExtractedText text, IWordKnowledge? words = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Reconstruction(text, words).Run() ?? PlainLines.Of(text);
    }
}
