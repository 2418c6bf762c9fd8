namespace ScoSearch.Lucene.Analysis.Folding;

/// <summary>
/// A folded text and the way back to the offsets of the original; reusable for any number of texts. Not thread-safe.
/// </summary>
public sealed class FoldedText
{
    // Larger buffers are given back when the next text is short, so that one long text does not pin memory for good.
    private const int KeptCapacity = 1 << 20;

    private char[] _buffer = [];
    private int[] _originalOffsets = [];
    private (int Index, char Form)[] _changes = new (int, char)[16];
    private bool _hasOffsets;
    private int _originalLength;

    /// <summary>Number of UTF-16 units.</summary>
    public int Length { get; private set; }

    /// <summary>The folded text; valid until the next text is folded into this object.</summary>
    public ReadOnlyMemory<char> Text => _buffer.AsMemory(0, Length);

    /// <summary>True when every unit has the offset it had in the original.</summary>
    public bool KeepsOffsets => !_hasOffsets;

    /// <summary>Where a place of the folded text is in the original.</summary>
    /// <param name="offset">From 0 to <see cref="Length"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is out of range.</exception>
    public int ToOriginal(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)offset, (uint)Length, nameof(offset));
        return !_hasOffsets ? offset : offset == Length ? _originalLength : _originalOffsets[offset];
    }

    /// <summary>Makes room for a text and forgets the last one.</summary>
    internal Span<char> Begin(int originalLength)
    {
        if (_buffer.Length < originalLength || (_buffer.Length > KeptCapacity && originalLength <= KeptCapacity))
        {
            _buffer = new char[Math.Max(originalLength, Math.Min(2 * _buffer.Length, KeptCapacity))];
            _originalOffsets = [];
        }

        _hasOffsets = false;
        _originalLength = originalLength;
        return _buffer;
    }

    /// <summary>Notes that from a place on, the folded text is shorter than the original.</summary>
    /// <param name="length">Units folded so far, all noted with their own offsets.</param>
    internal Span<int> BeginOffsets(int length)
    {
        if (!_hasOffsets)
        {
            _hasOffsets = true;
            if (_originalOffsets.Length < _buffer.Length)
            {
                _originalOffsets = new int[_buffer.Length];
            }

            for (int i = 0; i < length; i++)
            {
                _originalOffsets[i] = i;
            }
        }

        return _originalOffsets;
    }

    /// <summary>Sets the length.</summary>
    internal void Finish(int length) => Length = length;

    /// <summary>Decides the ambiguous characters, again and again until none changes.</summary>
    internal void Decide(SimplifiedForms forms)
    {
        Span<char> text = _buffer.AsSpan(0, Length);
        int count;
        do
        {
            // All decisions of one round see the same text: 反反覆覆 is one phrase for both of its 覆.
            count = 0;
            int index = 0;
            while (text[index..].IndexOfAny(forms.Ambiguous) is >= 0 and int distance)
            {
                index += distance;
                char form = forms.Decide(text, index);
                if (form != text[index])
                {
                    if (count == _changes.Length)
                    {
                        Array.Resize(ref _changes, 2 * count);
                    }

                    _changes[count++] = (index, form);
                }

                index++;
            }

            foreach ((int changed, char form) in _changes.AsSpan(0, count))
            {
                text[changed] = form;
            }
        }
        while (count > 0);
    }
}
