using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Paging;

/// <summary>Where a page of hits ended, as a string that clients hand back for the next page. Immutable.</summary>
/// <remarks>
/// <para>Bytes, most significant first: version (1), generation of the commit (8), fingerprint of the snapshot (4),
/// fingerprint of the question (8), hits before the next page (4), doc id of the last hit (4), bits of its score (4),
/// checksum of all that (4); written in base64url. 50 characters.</para>
/// <para>The checksum catches damage, not malice: who forges a cursor gets another page of the same answer. Everything is
/// checked before it is used.</para>
/// </remarks>
/// <param name="Generation">Generation of the commit that was searched.</param>
/// <param name="Snapshot">Tells commits of the same generation apart.</param>
/// <param name="Question">Fingerprint of everything that decides the hits and their order.</param>
/// <param name="Position">Number of hits before the next page, at least 1.</param>
/// <param name="Doc">Doc id of the last hit of the page.</param>
/// <param name="Score">Its score.</param>
internal readonly record struct SearchCursor(
    long Generation, int Snapshot, long Question, int Position, int Doc, float Score)
{
    private const byte Version = 1;
    private const int PayloadLength = 33;
    private const int ChecksumLength = 4;
    private const int TextLength = 50;

    /// <summary>The cursor as clients see it.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[PayloadLength + ChecksumLength];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Generation);
        BinaryPrimitives.WriteInt32BigEndian(bytes[9..], Snapshot);
        BinaryPrimitives.WriteInt64BigEndian(bytes[13..], Question);
        BinaryPrimitives.WriteInt32BigEndian(bytes[21..], Position);
        BinaryPrimitives.WriteInt32BigEndian(bytes[25..], Doc);
        BinaryPrimitives.WriteSingleBigEndian(bytes[29..], Score);
        WriteChecksum(bytes[..PayloadLength], bytes[PayloadLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor and checks that it continues a request on a snapshot.</summary>
    /// <param name="text">What the client gave.</param>
    /// <param name="request">What it asks now.</param>
    /// <param name="origin">A cursor of the snapshot, for comparison.</param>
    /// <param name="maxDoc">Number of doc ids of the snapshot.</param>
    /// <exception cref="SearchException">It is damaged (<c>bad_cursor</c>), belongs to another question
    /// (<c>cursor_mismatch</c>), or to another commit (<c>cursor_expired</c>).</exception>
    public static SearchCursor Parse(string text, SearchRequest request, SearchCursor origin, int maxDoc)
    {
        Span<byte> bytes = stackalloc byte[PayloadLength + ChecksumLength];
        if (text.Length != TextLength || !TryDecode(text, bytes))
        {
            throw new SearchException("bad_cursor", "翻页游标有误。", "The cursor is damaged.", "cursor");
        }

        SearchCursor cursor = new(
            BinaryPrimitives.ReadInt64BigEndian(bytes[1..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[9..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[13..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[21..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[25..]),
            BinaryPrimitives.ReadSingleBigEndian(bytes[29..]));
        if (cursor.Generation != origin.Generation || cursor.Snapshot != origin.Snapshot)
        {
            throw new SearchException(
                "cursor_expired",
                "索引已经更新，这个翻页游标不再有效，请从第一页重新开始。",
                "The index has changed since; the cursor is no longer valid. Begin again with the first page.",
                "cursor");
        }

        if (cursor.Question != FingerprintOf(request))
        {
            throw new SearchException(
                "cursor_mismatch", "翻页游标属于另一个查询。", "The cursor belongs to another query.", "cursor");
        }

        return cursor.Position > 0 && cursor.Doc >= 0 && cursor.Doc < maxDoc && float.IsFinite(cursor.Score)
            ? cursor
            : throw new SearchException("bad_cursor", "翻页游标有误。", "The cursor is damaged.", "cursor");
    }

    /// <summary>Fingerprint of what decides the hits and their order; neither limit nor presentation count.</summary>
    public static long FingerprintOf(SearchRequest request)
    {
        StringBuilder text = new();
        foreach (string part in (IEnumerable<string>)[request.Query, request.Filter ?? "", .. request.Fields])
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        text.Append(
            System.Globalization.CultureInfo.InvariantCulture,
            $"|{request.Syntax}|{request.Operator}|{request.Sort}|{request.Collapse}|{request.GroupLimit}|{request.MinScore:R}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.ToString().AsSpan()), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    private static bool TryDecode(string text, Span<byte> bytes)
    {
        Span<byte> checksum = stackalloc byte[ChecksumLength];
        try
        {
            if (!Base64Url.TryDecodeFromChars(text, bytes, out int written) || written != bytes.Length)
            {
                return false;
            }
        }
        catch (FormatException)
        {
            return false;
        }

        WriteChecksum(bytes[..PayloadLength], checksum);
        return bytes[0] == Version && checksum.SequenceEqual(bytes[PayloadLength..]);
    }

    private static void WriteChecksum(ReadOnlySpan<byte> payload, Span<byte> checksum)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, hash);
        hash[..ChecksumLength].CopyTo(checksum);
    }
}
