namespace ScoSearch.Core.Documents;

/// <summary>Tells bytes that are no text in any encoding.</summary>
internal static class BinaryContent
{
    private const int HeadLength = 8192;

    /// <summary>
    /// Whether the head holds control characters that text does not have. UTF-16 and UTF-32 hold zero bytes, so a head
    /// that decodes well as one of them is text.
    /// </summary>
    public static bool LooksBinary(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> head = content[..Math.Min(HeadLength, content.Length)];
        int controls = 0;
        foreach (byte b in head)
        {
            // tab, line feed, vertical tab, form feed, carriage return, backspace, escape and end-of-file occur in old texts
            if (b < 0x20 && b is not (0x08 or 0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1A or 0x1B))
            {
                controls++;
            }
        }

        return controls > head.Length / 50 + 2 && !WideEncodings.TryDetect(content, out _);
    }
}
