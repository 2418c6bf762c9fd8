using System.IO;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Word;

/// <summary>Reads a stream up to a limit and fails beyond it. Owns the inner stream.</summary>
/// <param name="inner">The stream.</param>
/// <param name="limit">Most bytes that may be read.</param>
/// <param name="name">Name of the document for the error.</param>
internal sealed class LimitedStream(Stream inner, long limit, string name) : Stream
{
    /// <summary>Bytes that may still be read.</summary>
    public long Left { get; private set; } = limit;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        Left -= read;
        return Left >= 0 ? read : throw new DocumentReadException(
            DocumentReadError.Hostile, name, "unpacks to more than the limit");
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
