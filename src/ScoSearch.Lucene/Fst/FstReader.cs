using System.Numerics;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Fst;

/// <summary>Walks a transducer in the bytes of its file. Immutable and thread-safe.</summary>
internal sealed class FstReader
{
    private readonly IndexInput _bytes;

    /// <summary>Takes the bytes and the address of the root.</summary>
    /// <exception cref="CorruptIndexException">The address is outside, or there are more than 2 GB.</exception>
    public FstReader(IndexInput bytes, long start)
    {
        if (bytes.Length is < 1 or > int.MaxValue || start < 0 || start >= bytes.Length)
        {
            throw bytes.Corrupt(0, "an automaton of 1 byte to 2 GB with its root inside", $"{bytes.Length} bytes, root {start}");
        }

        _bytes = bytes;
        Start = (int)start;
    }

    /// <summary>Address of the root; 0 when it has no arcs.</summary>
    public int Start { get; }

    /// <summary>Finds the arc of a node with the label.</summary>
    /// <param name="node">Address of a node; not positive ones have no arcs.</param>
    /// <param name="label">Label.</param>
    /// <param name="arc">The arc.</param>
    /// <exception cref="CorruptIndexException">The node is not valid.</exception>
    public bool TryFindArc(int node, byte label, out FstArc arc)
    {
        arc = default;
        if (node <= 0)
        {
            return false;
        }

        Cursor cursor = new(this, node);
        return cursor.Next() switch
        {
            FstFormat.BinarySearchNode => TryFindByBinarySearch(ref cursor, label, ref arc),
            FstFormat.DirectAddressingNode => TryFindDirectly(ref cursor, label, ref arc),
            _ => TryFindInList(new Cursor(this, node), label, ref arc),
        };
    }

    /// <summary>Copies an output in reading order.</summary>
    public void CopyOutput(int at, int length, Span<byte> destination)
    {
        ReadOnlySpan<byte> stored = _bytes.SpanAt(at - length + 1L, length);
        for (int i = 0; i < length; i++)
        {
            destination[i] = stored[length - 1 - i];
        }
    }

    private static bool TryFindInList(Cursor cursor, byte label, ref FstArc arc)
    {
        while (true)
        {
            byte flags = cursor.Next();
            byte found = cursor.Next();
            if (found == label)
            {
                ReadArcRest(ref cursor, flags, ref arc);
                if (IsNext(flags))
                {
                    SkipArcs(ref cursor, flags);
                    arc.Target = cursor.Position;
                }

                return true;
            }

            if (found > label || (flags & FstFormat.Last) != 0)
            {
                return false;
            }

            FstArc passed = default;
            ReadArcRest(ref cursor, flags, ref passed);
        }
    }

    // Moves behind the last arc of a list node; the cursor stands behind an arc with those flags.
    private static void SkipArcs(ref Cursor cursor, byte flags)
    {
        FstArc passed = default;
        while ((flags & FstFormat.Last) == 0)
        {
            flags = cursor.Next();
            cursor.Next();
            ReadArcRest(ref cursor, flags, ref passed);
        }
    }

    private static bool TryFindByBinarySearch(ref Cursor cursor, byte label, ref FstArc arc)
    {
        int count = cursor.ReadVInt31();
        int bytesPerArc = cursor.ReadVInt31();
        cursor.CheckArcs(count, bytesPerArc, most: 256);
        int first = cursor.Position;
        int low = 0;
        int high = count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            cursor.Position = first - (middle * bytesPerArc) - 1;
            byte found = cursor.Next();
            if (found < label)
            {
                low = middle + 1;
            }
            else if (found > label)
            {
                high = middle - 1;
            }
            else
            {
                cursor.Position = first - (middle * bytesPerArc);
                byte flags = cursor.Next();
                cursor.Next();
                ReadArcRest(ref cursor, flags, ref arc);
                SetNextTarget(flags, first - (count * bytesPerArc), ref arc);
                return true;
            }
        }

        return false;
    }

    private static bool TryFindDirectly(ref Cursor cursor, byte label, ref FstArc arc)
    {
        int range = cursor.ReadVInt31();
        int bytesPerArc = cursor.ReadVInt31();
        cursor.CheckArcs(range, 0, most: 256);
        int presence = cursor.Position;
        cursor.Position = presence - ((range + 7) / 8);
        int bit = label - cursor.Next();
        if ((uint)bit >= (uint)range)
        {
            return false;
        }

        int first = cursor.Position;
        int rank = cursor.CountBits(presence, bit, out bool present);
        if (!present)
        {
            return false;
        }

        cursor.CheckArcs(rank + 1, bytesPerArc, most: 256);
        cursor.Position = first - (rank * bytesPerArc);
        byte flags = cursor.Next();
        ReadArcRest(ref cursor, flags, ref arc);
        if (IsNext(flags))
        {
            int count = cursor.CountBits(presence, range, out _);
            SetNextTarget(flags, first - (count * bytesPerArc), ref arc);
        }

        return true;
    }

    private static bool IsNext(byte flags) => (flags & (FstFormat.Next | FstFormat.Stop)) == FstFormat.Next;

    private static void SetNextTarget(byte flags, int target, ref FstArc arc)
    {
        if (IsNext(flags))
        {
            arc.Target = target;
        }
    }

    private static void ReadArcRest(ref Cursor cursor, byte flags, ref FstArc arc)
    {
        arc.Flags = flags;
        arc.OutputLength = 0;
        arc.FinalOutputLength = 0;
        if ((flags & FstFormat.HasOutput) != 0)
        {
            arc.OutputLength = cursor.ReadVInt31();
            arc.OutputAt = cursor.Position;
            cursor.Skip(arc.OutputLength);
        }

        if ((flags & FstFormat.HasFinalOutput) != 0)
        {
            arc.FinalOutputLength = cursor.ReadVInt31();
            arc.FinalOutputAt = cursor.Position;
            cursor.Skip(arc.FinalOutputLength);
        }

        arc.Target = 0;
        if ((flags & (FstFormat.Stop | FstFormat.Next)) == 0)
        {
            arc.Target = cursor.ReadVInt31();
        }
    }

    // Reads towards lower addresses. Every read is checked; a position that left the bytes fails at the next read.
    private ref struct Cursor
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private readonly IndexInput _file;

        public Cursor(FstReader fst, int position)
        {
            _file = fst._bytes;
            _bytes = _file.SpanAt(0, (int)_file.Length);
            Position = position;
        }

        public int Position { get; set; }

        public byte Next()
        {
            int at = Position;
            if ((uint)at >= (uint)_bytes.Length)
            {
                throw Corrupt("a node inside the automaton", $"address {at}");
            }

            Position = at - 1;
            return _bytes[at];
        }

        public void Skip(int count)
        {
            if (count > Position)
            {
                throw Corrupt("an output inside the automaton", $"{count} bytes");
            }

            Position -= count;
        }

        public int ReadVInt31()
        {
            uint value = 0;
            for (int shift = 0; shift < 35; shift += 7)
            {
                byte b = Next();
                value |= (uint)(b & 0x7F) << shift;
                if (b < 0x80)
                {
                    return value <= int.MaxValue ? (int)value : throw Corrupt("a 31-bit number", $"{value}");
                }
            }

            throw Corrupt("a variable-length integer of at most 5 bytes", "a sixth byte");
        }

        public readonly void CheckArcs(int count, int bytesPerArc, int most)
        {
            if (count < 1 || count > most || (long)count * bytesPerArc > Position + 1L)
            {
                throw Corrupt($"1 to {most} arcs inside the automaton", $"{count} of {bytesPerArc} bytes");
            }
        }

        // Number of set bits below `bit` in the bit set that starts at `presence`, and whether `bit` itself is set.
        public readonly int CountBits(int presence, int bit, out bool present)
        {
            int bytes = (bit / 8) + 1;
            if (presence < bytes || presence >= _bytes.Length)
            {
                throw Corrupt("presence bits inside the automaton", $"address {presence}");
            }

            int count = 0;
            int last = presence - (bit / 8);
            for (int at = presence; at > last; at--)
            {
                count += BitOperations.PopCount(_bytes[at]);
            }

            uint partial = _bytes[last];
            present = ((partial >> (bit % 8)) & 1) != 0;
            return count + BitOperations.PopCount(partial & ((1U << (bit % 8)) - 1));
        }

        private readonly CorruptIndexException Corrupt(string expected, string found) =>
            _file.Corrupt(Math.Clamp(Position, 0, _bytes.Length), expected, found);
    }
}
