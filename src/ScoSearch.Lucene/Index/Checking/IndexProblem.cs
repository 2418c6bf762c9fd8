namespace ScoSearch.Lucene.Index.Checking;

/// <summary>Something wrong with an index. Immutable.</summary>
/// <param name="Segment">Name of the segment, or null when the list of segments itself is concerned.</param>
/// <param name="Part">What is concerned: files, live docs, stored fields, norms, postings, doc values; with the field
/// where there is one.</param>
/// <param name="File">Name of the damaged file, when a single one can be named.</param>
/// <param name="Offset">Byte offset of the damage in it, or -1.</param>
/// <param name="Message">What was expected and what was found; without document text.</param>
public sealed record IndexProblem(string? Segment, string Part, string? File, long Offset, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Segment is null ? $"{Part}: {Message}" : $"{Segment}, {Part}: {Message}";
}
