using System.Buffers.Binary;
using System.Numerics;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Gives each distinct byte string a number, from 0 in the order of first sight. Open addressing, linear
/// probing. Not thread-safe.</summary>
internal sealed class BytesHash
{
    /// <summary>Longest string in bytes: the index format's limit for a term.</summary>
    public const int MaxLength = 32766;

    private readonly BytePool _pool;
    private readonly RamCounter _ram;

    // Upper half: the string's hash; lower half: its number + 1, or 0 for an empty slot. At most three of four slots are
    // taken.
    private ulong[] _slots = new ulong[64];

    // Address of each string: its length in one byte, or from 128 on in two (high bit set, high bits first), then its bytes.
    private int[] _entries = new int[32];

    public BytesHash(BytePool pool, RamCounter ram)
    {
        _pool = pool;
        _ram = ram;
        ram.Add((sizeof(ulong) * _slots.Length) + (sizeof(int) * _entries.Length));
    }

    /// <summary>Number of distinct strings.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of a string.</summary>
    public ReadOnlySpan<byte> this[int id]
    {
        get
        {
            int address = _entries[id];
            byte[] block = _pool.BlockOf(address);
            int at = address & BytePool.BlockMask;
            int length = block[at];
            return length < 0x80
                ? block.AsSpan(at + 1, length)
                : block.AsSpan(at + 2, ((length & 0x7F) << 8) | block[at + 1]);
        }
    }

    /// <summary>How much larger a list of that many items becomes when it is full: little, as it counts as memory used.</summary>
    public static int Growth(int count) => (count >> 2) + 8;

    /// <summary>Number of the string; equal to the former <see cref="Count"/> when it is new.</summary>
    /// <param name="key">At most <see cref="MaxLength"/> bytes.</param>
    public int FindOrAdd(ReadOnlySpan<byte> key)
    {
        uint hash = Hash(key);
        int mask = _slots.Length - 1;
        for (int slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            ulong content = _slots[slot];
            if (content == 0)
            {
                return Add(key, hash, slot);
            }

            if ((uint)(content >> 32) == hash)
            {
                int id = (int)(uint)content - 1;
                if (this[id].SequenceEqual(key))
                {
                    return id;
                }
            }
        }
    }

    /// <summary>Number of the string, or -1 when it is not there.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        uint hash = Hash(key);
        int mask = _slots.Length - 1;
        for (int slot = (int)hash & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            int id = (int)(uint)_slots[slot] - 1;
            if ((uint)(_slots[slot] >> 32) == hash && this[id].SequenceEqual(key))
            {
                return id;
            }
        }

        return -1;
    }

    /// <summary>A multiplicative hash, eight bytes a step; the tail of a longer string overlaps its last
    /// step.</summary>
    internal static uint Hash(ReadOnlySpan<byte> key)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)key.Length * 0xD6E8FEB86659FD93;
        if (key.Length >= 8)
        {
            int last = key.Length - 8;
            for (int i = 0; i < last; i += 8)
            {
                hash = BitOperations.RotateLeft(
                    (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key[i..])) * Multiplier, 29);
            }

            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(key[last..]);
        }
        else if (key.Length >= 4)
        {
            hash ^= BinaryPrimitives.ReadUInt32LittleEndian(key)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(key[(key.Length - 4)..]) << 32);
        }
        else if (key.Length > 0)
        {
            hash ^= key[0] | ((ulong)key[key.Length >> 1] << 8) | ((ulong)key[^1] << 16);
        }

        hash *= Multiplier;
        return (uint)(hash >> 32) ^ (uint)(hash >> 15);
    }

    private int Add(ReadOnlySpan<byte> key, uint hash, int slot)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, MaxLength);
        if (Count == _entries.Length)
        {
            int more = Growth(_entries.Length);
            _ram.Add((long)sizeof(int) * more);
            Array.Resize(ref _entries, _entries.Length + more);
        }

        int address = Store(key);
        int id = Count++;
        _entries[id] = address;
        _slots[slot] = ((ulong)hash << 32) | (uint)(id + 1);
        if (Count > _slots.Length - (_slots.Length >> 2))
        {
            GrowSlots();
        }

        return id;
    }

    private int Store(ReadOnlySpan<byte> key)
    {
        int head = key.Length < 0x80 ? 1 : 2;
        int address = _pool.Allocate(head + key.Length);
        Span<byte> stored = _pool.Span(address, head + key.Length);
        if (head == 2)
        {
            stored[0] = (byte)(0x80 | (key.Length >> 8));
            stored[1] = (byte)key.Length;
        }
        else
        {
            stored[0] = (byte)key.Length;
        }

        key.CopyTo(stored[head..]);
        return address;
    }

    private void GrowSlots()
    {
        ulong[] old = _slots;
        _slots = new ulong[2 * old.Length];
        _ram.Add(sizeof(ulong) * old.Length);
        int mask = _slots.Length - 1;
        foreach (ulong content in old)
        {
            if (content != 0)
            {
                int slot = (int)(uint)(content >> 32) & mask;
                while (_slots[slot] != 0)
                {
                    slot = (slot + 1) & mask;
                }

                _slots[slot] = content;
            }
        }
    }
}
