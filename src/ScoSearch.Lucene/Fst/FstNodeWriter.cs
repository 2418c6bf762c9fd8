using System.Runtime.InteropServices;
using ScoSearch.Lucene.Codecs.Lucene84Postings;

namespace ScoSearch.Lucene.Fst;

/// <summary>Turns finished nodes into bytes and finds single-arc nodes that exist already.</summary>
internal sealed class FstNodeWriter
{
    private const int ShallowDepth = 3;
    private const int ShallowFixedArcs = 5;
    private const int DeepFixedArcs = 10;

    // Direct addressing may take so much more room than binary search, as far as savings elsewhere allow.
    private const float MaxOversize = 1.66f;

    private readonly ByteBuffer _bytes = new(256);
    private readonly ByteBuffer _record = new();
    private readonly List<int> _recordEnds = [];
    private readonly Dictionary<SingleArcKey, long> _singleArcNodes = [];
    private long _lastWritten = FstFormat.NonFinalEndNode;
    private long _credit;

    public FstNodeWriter() => _bytes.Add(0);

    private readonly record struct SingleArcKey(byte Label, long Target, bool IsFinal, string Output, string FinalOutput);

    public ReadOnlySpan<byte> Bytes => _bytes.Written;

    /// <summary>Writes a node, or finds it; returns its address, or -1 for a node without arcs.</summary>
    public long Write(FstBuilderNode node, int depth)
    {
        if (node.Arcs.Count == 0)
        {
            _lastWritten = FstFormat.FinalEndNode;
            return FstFormat.FinalEndNode;
        }

        if (node.Arcs.Count > 1)
        {
            return Append(node, depth);
        }

        FstBuilderArc arc = node.Arcs[0];
        SingleArcKey key = new(
            arc.Label, arc.Target, arc.IsFinal, Convert.ToHexString(arc.Output), Convert.ToHexString(arc.FinalOutput));
        if (!_singleArcNodes.TryGetValue(key, out long address))
        {
            address = Append(node, depth);
            _singleArcNodes.Add(key, address);
        }

        return address;
    }

    private long Append(FstBuilderNode node, int depth)
    {
        ReadOnlySpan<FstBuilderArc> arcs = CollectionsMarshal.AsSpan(node.Arcs);
        int start = _bytes.Count;
        bool isFixed = (depth <= ShallowDepth && arcs.Length >= ShallowFixedArcs) || arcs.Length >= DeepFixedArcs;
        if (isFixed)
        {
            AppendFixed(arcs);
        }
        else
        {
            for (int i = 0; i < arcs.Length; i++)
            {
                AppendArc(arcs[i], i == arcs.Length - 1, allowNext: true, withLabel: true, _bytes);
            }
        }

        _bytes.ReverseFrom(start);
        _lastWritten = _bytes.Count - 1;
        return _lastWritten;
    }

    private void AppendFixed(ReadOnlySpan<FstBuilderArc> arcs)
    {
        _record.Clear();
        _recordEnds.Clear();
        int longest = 0;
        for (int i = 0; i < arcs.Length; i++)
        {
            int before = _record.Count;
            AppendArc(arcs[i], i == arcs.Length - 1, allowNext: false, withLabel: true, _record);
            _recordEnds.Add(_record.Count);
            longest = Math.Max(longest, _record.Count - before);
        }

        int range = arcs[^1].Label - arcs[0].Label + 1;
        int presence = (range + 7) / 8;
        long sizeBinary = (long)longest * arcs.Length;
        long sizeDirect = presence + 1 + ((longest - 1L) * arcs.Length);
        long cost = sizeDirect - sizeBinary;
        if (cost <= 0 || (_credit >= cost && sizeDirect <= sizeBinary * MaxOversize))
        {
            _credit -= cost;
            AppendHead(FstFormat.DirectAddressingNode, range, longest - 1);
            Span<byte> bits = _bytes.Append(presence);
            bits.Clear();
            foreach (ref readonly FstBuilderArc arc in arcs)
            {
                int bit = arc.Label - arcs[0].Label;
                bits[bit / 8] |= (byte)(1 << (bit % 8));
            }

            _bytes.Add(arcs[0].Label);
            AppendRecords(longest - 1, withLabel: false);
        }
        else
        {
            AppendHead(FstFormat.BinarySearchNode, arcs.Length, longest);
            AppendRecords(longest, withLabel: true);
        }
    }

    private void AppendHead(byte kind, int count, int bytesPerArc)
    {
        _bytes.Add(kind);
        _bytes.AddVInt32(count);
        _bytes.AddVInt32(bytesPerArc);
    }

    private void AppendRecords(int bytesPerArc, bool withLabel)
    {
        int start = 0;
        foreach (int end in _recordEnds)
        {
            Span<byte> room = _bytes.Append(bytesPerArc);
            room.Clear();
            ReadOnlySpan<byte> record = _record.Written[start..end];
            if (withLabel)
            {
                record.CopyTo(room);
            }
            else
            {
                // The label is the second byte of a record.
                room[0] = record[0];
                record[2..].CopyTo(room[1..]);
            }

            start = end;
        }
    }

    private void AppendArc(in FstBuilderArc arc, bool isLast, bool allowNext, bool withLabel, ByteBuffer output)
    {
        bool isEnd = arc.Target <= 0;
        bool isNext = allowNext && arc.Target == _lastWritten;
        int flags = (isLast ? FstFormat.Last : 0)
            | (isNext ? FstFormat.Next : 0)
            | (arc.IsFinal ? FstFormat.Final : 0)
            | (arc.FinalOutput.Length > 0 ? FstFormat.HasFinalOutput : 0)
            | (isEnd ? FstFormat.Stop : 0)
            | (arc.Output.Length > 0 ? FstFormat.HasOutput : 0);
        output.Add((byte)flags);
        if (withLabel)
        {
            output.Add(arc.Label);
        }

        AppendOutput(arc.Output, output);
        AppendOutput(arc.FinalOutput, output);
        if (!isEnd && !isNext)
        {
            output.AddVInt64(arc.Target);
        }
    }

    private static void AppendOutput(byte[] bytes, ByteBuffer output)
    {
        if (bytes.Length > 0)
        {
            output.AddVInt32(bytes.Length);
            output.Add(bytes);
        }
    }
}
