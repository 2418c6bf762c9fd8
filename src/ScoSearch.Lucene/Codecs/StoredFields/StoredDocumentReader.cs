using System.Buffers.Binary;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>Walks over the values of one decompressed document. Every read is checked against the document's end.</summary>
internal ref struct StoredDocumentReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _docId;
    private readonly IndexInput _data;
    private int _fieldsLeft;
    private int _position;
    private int _valueStart;

    /// <param name="data">The .fdt file, for messages.</param>
    /// <param name="docId">The document, for messages.</param>
    /// <param name="bytes">The serialized document.</param>
    /// <param name="fieldCount">Number of values in it.</param>
    public StoredDocumentReader(IndexInput data, int docId, ReadOnlySpan<byte> bytes, int fieldCount)
    {
        _data = data;
        _docId = docId;
        _bytes = bytes;
        _fieldsLeft = fieldCount;
        _valueStart = -1;
    }

    /// <summary>Field number of the current value.</summary>
    public int FieldNumber { get; private set; }

    /// <summary>Kind of the current value: one of the type codes of <see cref="StoredFieldsFormat"/>.</summary>
    public int Type { get; private set; }

    /// <summary>Moves to the next value, passing over the current one when it was not read.</summary>
    public bool MoveNext()
    {
        if (_valueStart == _position)
        {
            SkipValue();
        }

        if (_fieldsLeft == 0)
        {
            return _position == _bytes.Length ? false : throw Damaged("no bytes after the last value");
        }

        _fieldsLeft--;
        ulong tag = ReadVInt64();
        Type = (int)(tag & ((1 << StoredFieldsFormat.TypeBits) - 1));
        ulong number = tag >> StoredFieldsFormat.TypeBits;
        if (Type > StoredFieldsFormat.TypeDouble || number > int.MaxValue)
        {
            throw Damaged("a field number and a known type");
        }

        FieldNumber = (int)number;
        _valueStart = _position;
        return true;
    }

    /// <summary>A string's UTF-8 bytes or a byte string.</summary>
    public ReadOnlySpan<byte> ReadBytes()
    {
        ulong length = ReadVInt64();
        return length <= (ulong)(_bytes.Length - _position) ? Take((int)length) : throw Damaged("a length inside the document");
    }

    public int ReadInt32()
    {
        ulong z = ReadVInt64();
        return z <= uint.MaxValue ? (int)((uint)z >> 1) ^ -(int)(z & 1) : throw Damaged("a 32-bit integer");
    }

    public long ReadInt64()
    {
        int header = Take(1)[0];
        ulong z = (ulong)header & 0x1F;
        if ((header & 0x20) != 0)
        {
            z |= ReadVInt64() << 5;
        }

        long scaled = (long)(z >> 1) ^ -(long)(z & 1);
        return (header & 0xC0) switch
        {
            0x00 => scaled,
            0x40 => scaled * StoredNumbers.Second,
            0x80 => scaled * StoredNumbers.Hour,
            _ => scaled * StoredNumbers.Day,
        };
    }

    public float ReadSingle()
    {
        int first = Take(1)[0];
        if (first == 0xFF)
        {
            return BinaryPrimitives.ReadSingleBigEndian(Take(sizeof(float)));
        }

        if ((first & 0x80) != 0)
        {
            return (first & 0x7F) - 1;
        }

        _position--;
        return BinaryPrimitives.ReadSingleBigEndian(Take(sizeof(float)));
    }

    public double ReadDouble()
    {
        int first = Take(1)[0];
        if (first == 0xFF)
        {
            return BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double)));
        }

        if (first == 0xFE)
        {
            return BinaryPrimitives.ReadSingleBigEndian(Take(sizeof(float)));
        }

        if ((first & 0x80) != 0)
        {
            return (first & 0x7F) - 1;
        }

        _position--;
        return BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double)));
    }

    /// <summary>The current value as it is serialized, without its tag.</summary>
    public ReadOnlySpan<byte> RawValue()
    {
        int start = _position;
        SkipValue();
        return _bytes[start.._position];
    }

    private void SkipValue()
    {
        switch (Type)
        {
            case StoredFieldsFormat.TypeString or StoredFieldsFormat.TypeBytes:
                _ = ReadBytes();
                break;
            case StoredFieldsFormat.TypeInt32:
                _ = ReadInt32();
                break;
            case StoredFieldsFormat.TypeInt64:
                _ = ReadInt64();
                break;
            case StoredFieldsFormat.TypeSingle:
                _ = ReadSingle();
                break;
            default:
                _ = ReadDouble();
                break;
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _position)
        {
            throw Damaged($"{count} more bytes");
        }

        ReadOnlySpan<byte> taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }

    private ulong ReadVInt64()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte b = Take(1)[0];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw Damaged("a variable-length integer of at most 10 bytes");
    }

    private readonly CorruptIndexException Damaged(string expected) => new(
        _data.Name, -1, expected, $"another thing at byte {_position} of the {_bytes.Length} of document {_docId}");
}
