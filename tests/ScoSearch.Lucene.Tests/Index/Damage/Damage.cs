using System.Buffers.Binary;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Index.Damage;

/// <summary>Changed bytes of index files.</summary>
internal static class Damage
{
    /// <summary>The file with another version in its header and the checksum that belongs to it.</summary>
    public static byte[] WithVersion(byte[] bytes, int version)
    {
        byte[] copy = [.. bytes];
        int at = sizeof(int) + 1 + copy[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(at), version);
        uint checksum = Crc32.Append(0, copy.AsSpan(0, copy.Length - sizeof(long)));
        BinaryPrimitives.WriteInt64BigEndian(copy.AsSpan(copy.Length - sizeof(long)), checksum);
        return copy;
    }
}
