namespace ScoSearch.Lucene.Index;

/// <summary>Cursor over the terms of one field in unsigned byte order. Not thread-safe.</summary>
public abstract class TermsEnum
{
    /// <summary>The current term; valid until the cursor moves.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>Number of documents with the current term, deleted ones included.</summary>
    public abstract int DocFreq { get; }

    /// <summary>Number of occurrences of the current term.</summary>
    public abstract long TotalTermFreq { get; }

    /// <summary>Moves to the next term.</summary>
    /// <returns>False after the last one.</returns>
    public abstract bool MoveNext();

    /// <summary>Moves to the term, if it exists; otherwise the position is undefined until the next seek.</summary>
    public abstract bool SeekExact(ReadOnlySpan<byte> term);

    /// <summary>Moves to the term or the next greater one.</summary>
    public abstract SeekStatus SeekCeiling(ReadOnlySpan<byte> term);

    /// <summary>State of the current term, to reopen its postings without another look-up.</summary>
    public abstract TermState GetTermState();

    /// <summary>Postings of the current term.</summary>
    /// <param name="flags">What will be read.</param>
    /// <param name="reuse">A cursor that is no longer needed, of whatever field or segment, or null; reused where possible.</param>
    public abstract PostingsEnum GetPostings(PostingsFlags flags, PostingsEnum? reuse = null);

    /// <summary>Gives the cursor's buffers to the next one that is made; it must not be used afterwards.</summary>
    internal virtual void Release()
    {
    }

    /// <summary>Tells that terms greater than this one are not needed: they may be left out, or given all the same.</summary>
    /// <param name="term">The last term of interest; copied.</param>
    internal virtual void EndBehind(ReadOnlySpan<byte> term)
    {
    }

    /// <summary>
    /// Tells when the rest of the terms is not wanted any more. Cursors that may pass over many terms before they come to the next
    /// one ask every <see cref="StopInterval"/> terms, and then end.
    /// </summary>
    /// <param name="mustStop">Whether to end; may throw.</param>
    internal virtual void EndWhen(Func<bool> mustStop)
    {
    }

    /// <summary>Terms passed over between two questions whether to end: some ten microseconds.</summary>
    private protected const int StopInterval = 1024;
}
