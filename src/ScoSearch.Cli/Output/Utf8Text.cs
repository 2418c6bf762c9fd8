using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace ScoSearch.Cli.Output;

/// <summary>Collects JSON as UTF-8, also of text with lone surrogates, which the base library's writer would replace. Not thread-safe.</summary>
internal sealed class Utf8Text
{
    private static readonly SearchValues<char> NeedsEscape = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015"
        + "\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f");

    private byte[] _bytes = new byte[1 << 14];
    private int _length;

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _length = 0;

    /// <summary>Appends bytes as they are.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>Appends a number.</summary>
    public void Append(int number)
    {
        Reserve(11);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out int written);
        _length += written;
    }

    /// <summary>Appends a string in quotation marks. Lone surrogates are escaped, everything else stays itself where JSON allows.</summary>
    public void AppendString(ReadOnlySpan<char> text)
    {
        // Three bytes a unit, or six for an escape.
        Reserve((6 * text.Length) + 2);
        _bytes[_length++] = (byte)'"';
        while (!text.IsEmpty)
        {
            int special = text.IndexOfAny(NeedsEscape);
            ReadOnlySpan<char> plain = special < 0 ? text : text[..special];
            AppendPlain(plain);
            text = text[plain.Length..];
            if (!text.IsEmpty)
            {
                AppendEscape(text[0]);
                text = text[1..];
            }
        }

        _bytes[_length++] = (byte)'"';
    }

    private void AppendPlain(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            OperationStatus status = Utf8.FromUtf16(
                text, _bytes.AsSpan(_length), out int read, out int written, replaceInvalidSequences: false);
            _length += written;
            text = text[read..];
            if (status != OperationStatus.Done && !text.IsEmpty)
            {
                AppendEscape(text[0]);
                text = text[1..];
            }
        }
    }

    private void AppendEscape(char unit)
    {
        Span<byte> target = _bytes.AsSpan(_length);
        target[0] = (byte)'\\';
        byte letter = unit switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            _ => (byte)'u',
        };
        target[1] = letter;
        _length += 2;
        if (letter == 'u')
        {
            Utf8Formatter.TryFormat((ushort)unit, target[2..], out _, new StandardFormat('x', 4));
            _length += 4;
        }
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + count));
        }
    }
}
