using System.Buffers.Binary;
using System.Text;

namespace ScoSearch.Api.Tests.Telemetry;

/// <summary>A message of Protocol Buffers, read without its schema: values by field number. Immutable.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, object Value)> _values = [];

    public ProtoMessage(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            ulong tag = ReadVarint(ref bytes);
            int field = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    _values.Add((field, ReadVarint(ref bytes)));
                    break;
                case 1:
                    _values.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(bytes)));
                    bytes = bytes[8..];
                    break;
                case 2:
                    int length = (int)ReadVarint(ref bytes);
                    _values.Add((field, bytes[..length].ToArray()));
                    bytes = bytes[length..];
                    break;
                case 5:
                    _values.Add((field, (ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes)));
                    bytes = bytes[4..];
                    break;
                default:
                    throw new FormatException($"wire type {tag & 7} of field {field}");
            }
        }
    }

    /// <summary>The messages of a field.</summary>
    public IEnumerable<ProtoMessage> Messages(int field) =>
        _values.Where(value => value.Field == field).Select(value => new ProtoMessage((byte[])value.Value));

    /// <summary>The text of a field; empty when it is absent.</summary>
    public string Text(int field) =>
        _values.Where(value => value.Field == field).Select(value => Encoding.UTF8.GetString((byte[])value.Value)).FirstOrDefault("");

    /// <summary>The number of a field; null when it is absent.</summary>
    public long? Number(int field) =>
        _values.Where(value => value.Field == field).Select(value => (long?)(ulong)value.Value).FirstOrDefault();

    private static ulong ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
