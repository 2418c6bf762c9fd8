using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Fst;

/// <summary>Builds a transducer from rising keys to byte sequences.</summary>
/// <remarks>
/// Incremental construction: the unfinished nodes of the last key wait in a frontier; when the next key leaves them they
/// are written. Common parts of outputs move towards the root. Only chains of single-arc nodes are shared. After
/// S. Mihov, D. Maurel: Direct Construction of Minimal Acyclic Subsequential Transducers, 2001; differs in what is
/// shared. Not thread-safe.
/// </remarks>
internal sealed class FstBuilder
{
    private readonly FstNodeWriter _nodes = new();
    private readonly List<FstBuilderNode> _frontier = [new()];
    private readonly ByteBuffer _lastKey = new();
    private byte[]? _emptyOutput;
    private bool _hasKeys;
    private long _start;

    /// <summary>Output of the empty key; empty when there is no such key.</summary>
    public ReadOnlySpan<byte> EmptyOutput => _emptyOutput;

    /// <summary>All nodes.</summary>
    public ReadOnlySpan<byte> Bytes => _nodes.Bytes;

    /// <summary>Address of the root; 0 when there is no key but the empty one.</summary>
    public long Start => _start;

    /// <summary>Adds a key, greater than the last one in unsigned byte order.</summary>
    public void Add(ReadOnlySpan<byte> key, byte[] output)
    {
        if (key.IsEmpty)
        {
            if (_emptyOutput is not null || _hasKeys)
            {
                throw new ArgumentException("The empty key must come first and once.", nameof(key));
            }

            _emptyOutput = output;
            _frontier[0].IsFinal = true;
            return;
        }

        if (_hasKeys && key.SequenceCompareTo(_lastKey.Written) <= 0)
        {
            throw new ArgumentException("Keys must rise.", nameof(key));
        }

        int common = _lastKey.Written.CommonPrefixLength(key);
        FreezeBelow(common);
        while (_frontier.Count <= key.Length)
        {
            _frontier.Add(new FstBuilderNode());
        }

        for (int depth = common; depth < key.Length; depth++)
        {
            _frontier[depth].Arcs.Add(new FstBuilderArc { Label = key[depth] });
        }

        _frontier[key.Length].IsFinal = true;
        PushOutput(common, output);
        _lastKey.Clear();
        _lastKey.Add(key);
        _hasKeys = true;
    }

    /// <summary>Writes what is left. Nothing may be added afterwards.</summary>
    public void Finish()
    {
        FreezeBelow(0);
        _start = Math.Max(0, _nodes.Write(_frontier[0], depth: 0));
    }

    /// <summary>Appends header and metadata as the field table holds them.</summary>
    public void WriteMetadata(ByteBuffer output)
    {
        using (MemoryIndexOutput header = new("FST header"))
        {
            CodecUtil.WriteHeader(header, FstFormat.Codec, FstFormat.VersionCurrent);
            output.Add(header.Written);
        }

        if (_emptyOutput is null)
        {
            output.Add(0);
        }
        else
        {
            output.Add(1);
            ByteBuffer bytes = new();
            bytes.AddVInt32(_emptyOutput.Length);
            bytes.Add(_emptyOutput);
            bytes.ReverseFrom(0);
            output.AddVInt32(bytes.Count);
            output.Add(bytes.Written);
        }

        // Label type: one byte a label.
        output.Add(0);
        output.AddVInt64(_start);
        output.AddVInt64(_nodes.Bytes.Length);
    }

    private void FreezeBelow(int depth)
    {
        for (int d = _lastKey.Count; d > depth; d--)
        {
            FstBuilderNode node = _frontier[d];
            ref FstBuilderArc arc = ref _frontier[d - 1].LastArc;
            arc.IsFinal = node.IsFinal || node.Arcs.Count == 0;
            arc.FinalOutput = node.Output;
            arc.Target = _nodes.Write(node, d);
            node.Clear();
        }
    }

    // Leaves on the shared part of the path what the outputs have in common and moves the rest one node down.
    private void PushOutput(int common, byte[] output)
    {
        for (int depth = 1; depth <= common; depth++)
        {
            ref FstBuilderArc arc = ref _frontier[depth - 1].LastArc;
            if (arc.Output.Length == 0)
            {
                continue;
            }

            int shared = arc.Output.AsSpan().CommonPrefixLength(output);
            if (shared < arc.Output.Length)
            {
                byte[] rest = arc.Output[shared..];
                arc.Output = arc.Output[..shared];
                _frontier[depth].PrependOutput(rest);
            }

            output = output[shared..];
        }

        _frontier[common].LastArc.Output = output;
    }
}
