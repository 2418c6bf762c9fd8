using System.Runtime.CompilerServices;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Reads a <see cref="ByteStream"/> from its beginning. Reusable; not thread-safe.</summary>
internal sealed class ByteStreamReader(BytePool pool)
{
    private byte[] _block = [];
    private int _at;
    private int _chunkEnd;
    private int _chunk;
    private int _address;
    private int _end;

    /// <summary>True when all bytes were read.</summary>
    public bool AtEnd => _address + _at == _end;

    /// <summary>Starts at the first byte of a stream.</summary>
    public void Reset(in ByteStream stream)
    {
        _chunk = 0;
        _end = stream.Write;
        if (stream.First == 0)
        {
            _address = 0;
            _at = 0;
            _chunkEnd = 0;
            return;
        }

        Enter(stream.First);
    }

    /// <summary>Reads a 32-bit integer. The caller knows that one follows.</summary>
    public uint ReadVInt()
    {
        uint b = ReadByte();
        if (b < 0x80)
        {
            return b;
        }

        uint value = b & 0x7F;
        for (int shift = 7; ; shift += 7)
        {
            b = ReadByte();
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte ReadByte()
    {
        if (_at == _chunkEnd)
        {
            NextChunk();
        }

        return _block[_at++];
    }

    private void NextChunk()
    {
        int link = BitConverter.ToInt32(_block, _at);
        _chunk++;
        Enter(link);
    }

    private void Enter(int address)
    {
        _block = pool.BlockOf(address);
        _at = address & BytePool.BlockMask;
        _address = address - _at;
        int size = ByteStream.ChunkSize(_chunk);

        // The end of the stream lies in the last chunk, behind its beginning: a stream without bytes has no chunk.
        bool isLast = _end > address && _end <= address + size;
        _chunkEnd = isLast ? _end - _address : _at + size - ByteStream.LinkSize;
    }
}
