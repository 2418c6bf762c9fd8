using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ScoSearch.TestSupport.Dumps;

/// <summary>
/// Takes the lines of a dump section by section, and keeps of each the number of lines and their hash (64-bit FNV-1a
/// over the UTF-8 bytes, a line feed after each line). Keeps the lines of one wanted section.
/// </summary>
internal sealed class DumpSink(string? wanted)
{
    private readonly List<JudgeSection> _sections = [];
    private readonly List<string> _lines = [];
    private string _section = "";
    private ulong _hash;
    private long _lineCount;
    private byte[] _buffer = new byte[1 << 12];
    private int _length;

    public IReadOnlyList<JudgeSection> Sections => _sections;

    public IReadOnlyList<string> Lines => _lines;

    public void Begin(string section)
    {
        _section = section;
        _hash = 0xcbf29ce484222325;
        _lineCount = 0;
        _length = 0;
    }

    public void End() =>
        _sections.Add(new JudgeSection(_section, _lineCount, _hash.ToString("x16", CultureInfo.InvariantCulture)));

    /// <summary>Ends the line.</summary>
    public void Line()
    {
        if (_section == wanted)
        {
            _lines.Add(Encoding.UTF8.GetString(_buffer, 0, _length));
        }

        Put('\n');
        ulong hash = _hash;
        foreach (byte b in _buffer.AsSpan(0, _length))
        {
            hash = (hash ^ b) * 0x100000001b3;
        }

        _hash = hash;
        _lineCount++;
        _length = 0;
    }

    /// <summary>A text that is a field of the line, escaped.</summary>
    public DumpSink Text(string text) => Raw(JudgeEscapes.Escape(text));

    public DumpSink Raw(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
        return this;
    }

    public DumpSink Tab() => Put('\t');

    public DumpSink Put(char ascii)
    {
        Reserve(1);
        _buffer[_length++] = (byte)ascii;
        return this;
    }

    public DumpSink Number(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out int written);
        _length += written;
        return this;
    }

    public DumpSink Hex(ReadOnlySpan<byte> bytes)
    {
        Reserve(2 * bytes.Length);
        Convert.TryToHexStringLower(bytes, _buffer.AsSpan(_length), out int written);
        _length += written;
        return this;
    }

    private void Reserve(int more)
    {
        if (_length + more > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + more));
        }
    }
}
