using System.Buffers.Binary;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Index.Damage;

/// <summary>Ways to damage the bytes of an index file.</summary>
internal static class Damage
{
    /// <summary>One of the ways, at a random place; each changes at least one byte.</summary>
    /// <param name="bytes">The sound file; not changed.</param>
    /// <param name="kind">Chooses the way.</param>
    /// <param name="random">Chooses the place.</param>
    public static (byte[] Bytes, string What) Any(byte[] bytes, int kind, Random random)
    {
        int at = random.Next(bytes.Length);
        byte[] copy = [.. bytes];
        switch (kind % 6)
        {
            case 0:
                copy[at] ^= (byte)(1 << random.Next(8));
                return (copy, $"a bit of byte {at} flipped");
            case 1:
                copy[at] ^= (byte)random.Next(1, 256);
                return (copy, $"byte {at} changed");
            case 2:
                return (bytes[..at], $"cut to {at} bytes");
            case 3:
                // The sound start leads into the file before the damage is met.
                int head = Math.Min(at, Math.Max(0, at - random.Next(20)));
                copy.AsSpan(head, Math.Min(copy.Length - head, 8)).Fill(0xFF);
                copy[head] ^= (byte)(copy[head] == bytes[head] ? 0x55 : 0);
                return (copy, $"8 bytes from {head} on are 255");
            case 4:
                return ([.. bytes[..at], (byte)random.Next(256), .. bytes[at..]], $"a byte more at {at}");
            default:
                return ([.. bytes[..at], .. bytes[(at + 1)..]], $"byte {at} missing");
        }
    }

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
