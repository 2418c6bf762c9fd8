using System.Numerics;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Builds the skip data of one term in memory and appends it to .doc.</summary>
/// <remarks>
/// Level 0 has an entry per full block that is followed by another document, level l one per 8^l blocks. Top level
/// first, each but level 0 preceded by its length. An entry: deltas to the previous entry of its level, the impacts of
/// the documents it covers, and above level 0 the end of the matching entry's impacts one level below.
/// </remarks>
internal sealed class SkipListWriter
{
    private const int Levels = Lucene84PostingsFormat.MaxSkipLevels;

    private readonly ByteBuffer[] _buffers = new ByteBuffer[Levels];
    private readonly ImpactAccumulator[] _impacts = new ImpactAccumulator[Levels];
    private readonly SkipPointer[] _last = new SkipPointer[Levels];
    private readonly List<Impact> _competitive = [];
    private readonly ByteBuffer _impactBytes = new();
    private FieldInfo _field = null!; // set by StartField before anything is added
    private int _entries;

    public SkipListWriter()
    {
        for (int level = 0; level < Levels; level++)
        {
            _buffers[level] = new ByteBuffer();
            _impacts[level] = new ImpactAccumulator();
        }
    }

    public void StartField(FieldInfo field) => _field = field;

    /// <summary>Begins a term; its file pointers are those of <paramref name="start"/>.</summary>
    public void StartTerm(in SkipPointer start)
    {
        _last.AsSpan().Fill(start);
        if (_entries > 0)
        {
            for (int level = 0; level < Levels; level++)
            {
                _buffers[level].Clear();
                _impacts[level].Clear();
            }
        }

        _entries = 0;
    }

    /// <summary>Adds the entry of a block that is followed by another document.</summary>
    public void AddBlock(
        in SkipPointer pointer, ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, NormsLookup? norms)
    {
        _impacts[0].AddBlock(docIds, freqs, norms);
        _entries++;

        long childPointer = 0;
        int number = _entries;
        for (int level = 0; level < Levels; level++)
        {
            WriteEntry(level, pointer);
            if (level + 1 < Levels)
            {
                _impacts[level + 1].AddAll(_impacts[level]);
            }

            _impacts[level].Clear();
            long end = _buffers[level].Count;
            if (level > 0)
            {
                _buffers[level].AddVInt64(childPointer);
            }

            childPointer = end;
            if (number % Lucene84PostingsFormat.SkipMultiplier != 0)
            {
                break;
            }

            number /= Lucene84PostingsFormat.SkipMultiplier;
        }
    }

    /// <summary>Appends the skip data and returns its offset.</summary>
    public long WriteTo(IndexOutput doc)
    {
        long start = doc.Position;
        int levels = LevelCount(_entries);
        for (int level = levels - 1; level > 0; level--)
        {
            doc.WriteVInt64(_buffers[level].Count);
            doc.WriteBytes(_buffers[level].Written);
        }

        doc.WriteBytes(_buffers[0].Written);
        return start;
    }

    /// <summary>Number of levels for so many entries of level 0.</summary>
    public static int LevelCount(int entries)
    {
        int digits = (BitOperations.Log2((uint)Math.Max(entries, 1)) / 3) + 1;
        return Math.Min(digits, Levels);
    }

    private void WriteEntry(int level, in SkipPointer pointer)
    {
        ByteBuffer buffer = _buffers[level];
        ref SkipPointer last = ref _last[level];
        buffer.AddVInt32(pointer.LastDocId - last.LastDocId);
        buffer.AddVInt64(pointer.DocFilePointer - last.DocFilePointer);
        if (_field.HasPositions)
        {
            buffer.AddVInt64(pointer.PosFilePointer - last.PosFilePointer);
            buffer.AddVInt32(pointer.PosUpto);
            if (_field.HasPayloads)
            {
                buffer.AddVInt32(pointer.PayUpto);
            }

            if (_field.HasPayloads || _field.HasOffsets)
            {
                buffer.AddVInt64(pointer.PayFilePointer - last.PayFilePointer);
            }
        }

        last = pointer;
        WriteImpacts(level, buffer);
    }

    private void WriteImpacts(int level, ByteBuffer buffer)
    {
        _impacts[level].CopyCompetitiveTo(_competitive);
        ByteBuffer bytes = _impactBytes;
        bytes.Clear();
        Impact previous = new(0, 0);
        foreach (Impact impact in _competitive)
        {
            int freqDelta = impact.Freq - previous.Freq - 1;
            long normDelta = unchecked(impact.Norm - previous.Norm - 1);
            if (normDelta == 0)
            {
                bytes.AddVInt32(freqDelta << 1);
            }
            else
            {
                bytes.AddVInt32((freqDelta << 1) | 1);
                bytes.AddZInt64(normDelta);
            }

            previous = impact;
        }

        buffer.AddVInt32(bytes.Count);
        buffer.Add(bytes.Written);
    }
}
