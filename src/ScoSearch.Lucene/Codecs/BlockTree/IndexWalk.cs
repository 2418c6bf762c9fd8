using System.Buffers;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Fst;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Follows a term through the terms index of a field and stops at each prefix that has a block.</summary>
/// <remarks>Usage: while (MoveNext) use <see cref="Depth"/> and <see cref="ReadCode"/>; then Dispose.</remarks>
internal ref struct IndexWalk
{
    private readonly FieldTerms _terms;
    private readonly ReadOnlySpan<byte> _term;

    // Outputs of the arcs so far in reading order: Invariant: _output[0.._outputLength] without final outputs.
    private Span<byte> _output;
    private byte[]? _rented;
    private int _outputLength;
    private FstArc _arc;
    private int _node;
    private int _depth;

    /// <summary>Starts before the empty prefix.</summary>
    /// <param name="terms">The field.</param>
    /// <param name="term">The term to follow.</param>
    /// <param name="buffer">Room for block codes; more is rented when needed.</param>
    public IndexWalk(FieldTerms terms, ReadOnlySpan<byte> term, Span<byte> buffer)
    {
        _terms = terms;
        _term = term;
        _output = buffer;
        _node = terms.Index.Start;
        _depth = -1;
    }

    /// <summary>Length of the current prefix.</summary>
    public readonly int Depth => _depth;

    /// <summary>Moves to the next longer prefix of the term that has a block.</summary>
    public bool MoveNext()
    {
        if (_depth < 0)
        {
            _depth = 0;
            return true;
        }

        while (_depth < _term.Length && _terms.Index.TryFindArc(_node, _term[_depth], out _arc))
        {
            _depth++;
            _node = _arc.Target;
            Append(_arc.OutputAt, _arc.OutputLength);
            if (_arc.IsFinal)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Decodes the code of the current prefix and chooses the floor block for the term.</summary>
    public BlockCode ReadCode()
    {
        int label = _depth < _term.Length ? _term[_depth] : -1;
        if (_depth == 0)
        {
            return _terms.ReadRootCode(label);
        }

        return DecodeCode(_arc.FinalOutputAt, _arc.FinalOutputLength, label);
    }

    /// <summary>Goes to the end and gives the block of the longest prefix.</summary>
    /// <param name="depth">Length of that prefix.</param>
    public BlockCode FindDeepest(out int depth)
    {
        // Only the deepest code is decoded; its output is complete when the walk passes it.
        depth = 0;
        int finalAt = 0;
        int finalLength = 0;
        int outputLength = 0;
        MoveNext();
        while (MoveNext())
        {
            (depth, finalAt, finalLength, outputLength) =
                (_depth, _arc.FinalOutputAt, _arc.FinalOutputLength, _outputLength);
        }

        int label = depth < _term.Length ? _term[depth] : -1;
        if (depth == 0)
        {
            return _terms.ReadRootCode(label);
        }

        _outputLength = outputLength;
        return DecodeCode(finalAt, finalLength, label);
    }

    /// <summary>Gives rented room back.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = null;
        }
    }

    private BlockCode DecodeCode(int finalAt, int finalLength, int label)
    {
        int length = _outputLength;
        Append(finalAt, finalLength);
        SpanReader reader = new(_terms.IndexFile, 0, _output[.._outputLength]);
        BlockCode code = BlockCode.Read(ref reader, label);
        _outputLength = length;
        return code;
    }

    private void Append(int at, int length)
    {
        if (length == 0)
        {
            return;
        }

        if (length > _output.Length - _outputLength)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _output.Length, _outputLength + length));
            _output[.._outputLength].CopyTo(larger);
            Dispose();
            _rented = larger;
            _output = larger;
        }

        _terms.Index.CopyOutput(at, length, _output[_outputLength..]);
        _outputLength += length;
    }
}
