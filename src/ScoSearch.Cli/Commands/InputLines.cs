using System.IO;

namespace ScoSearch.Cli.Commands;

/// <summary>Reads lines of bytes in batches. Memory: one batch, or one line if that is longer.</summary>
internal static class InputLines
{
    private const int BatchSizeInBytes = 1 << 16;

    /// <summary>The lines of a stream, some dozens of kilobytes together. LF and CR LF end a line; a BOM is passed over.</summary>
    public static IEnumerable<LineBatch> Read(Stream stream)
    {
        byte[] buffer = new byte[BatchSizeInBytes];
        int filled = 0;
        long firstLine = 1;
        bool atStart = true;
        while (true)
        {
            int read = stream.ReadAtLeast(buffer.AsSpan(filled), buffer.Length - filled, throwOnEndOfStream: false);
            bool ended = read < buffer.Length - filled;
            filled += read;
            int skip = atStart && buffer.AsSpan(0, filled).StartsWith("\uFEFF"u8) ? 3 : 0;
            atStart = false;
            int end = ended ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end > skip)
            {
                LineBatch batch = new(firstLine, buffer.AsSpan(skip, end - skip).ToArray());
                firstLine += batch.Bytes.AsSpan().Count((byte)'\n');
                yield return batch;
            }

            if (ended)
            {
                yield break;
            }

            buffer.AsSpan(end, filled - end).CopyTo(buffer);
            filled -= end;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * buffer.Length);
            }
        }
    }
}
