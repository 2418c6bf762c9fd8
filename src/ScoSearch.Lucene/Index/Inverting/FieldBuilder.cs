using System.Text;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>One field of an in-memory segment: turns its values into terms, norms and doc values. Not
/// thread-safe.</summary>
internal sealed class FieldBuilder
{
    /// <summary>Largest position: 2^31 - 1 - 128.</summary>
    public const int MaxPosition = int.MaxValue - 128;

    private readonly FieldNumbers _numbers;
    private readonly BytePool _pool;
    private readonly RamCounter _ram;
    private FieldType? _checkedType;
    private IndexOptions _indexOptions;
    private bool _omitNorms;
    private byte[] _utf8 = new byte[256];

    // State of the current document, over all values of the field in it.
    private int _docId = -1;
    private bool _inverted;
    private int _position;
    private int _offset;
    private int _lastStartOffset;
    private int _length;
    private int _overlapCount;
    private int _uniqueTermCount;

    public FieldBuilder(string name, FieldNumbers numbers, BytePool pool, RamCounter ram)
    {
        Name = name;
        Number = numbers.GetOrAdd(name);
        _numbers = numbers;
        _pool = pool;
        _ram = ram;
    }

    public string Name { get; }

    public int Number { get; }

    /// <summary>Terms, when the field is indexed.</summary>
    public TermsBuffer? Terms { get; private set; }

    /// <summary>Norms, when the field keeps them.</summary>
    public NormsBuffer? Norms { get; private set; }

    /// <summary>Doc values, when the field has them.</summary>
    public DocValuesBuffer? DocValues { get; private set; }

    /// <summary>True while postings are being changed: an exception in this state leaves them unusable.</summary>
    public bool IsChangingPostings { get; private set; }

    /// <summary>Makes the field ready for a value of that type in a document.</summary>
    /// <returns>True when it is the field's first value in this document.</returns>
    /// <exception cref="ArgumentException">The type contradicts what the index has for the field.</exception>
    public bool StartValue(int docId, FieldType type)
    {
        if (!ReferenceEquals(type, _checkedType))
        {
            Adopt(type);
            _checkedType = type;
        }

        if (_docId == docId)
        {
            return false;
        }

        _docId = docId;
        _inverted = false;
        _position = -1;
        _offset = 0;
        _lastStartOffset = 0;
        _length = 0;
        _overlapCount = 0;
        _uniqueTermCount = 0;
        return true;
    }

    /// <summary>Adds the terms of one value.</summary>
    /// <exception cref="ArgumentException">A term is too long, or positions or offsets run backwards or out of
    /// range.</exception>
    public void Invert(Field field, Analyzer analyzer)
    {
        _inverted = true;
        if (field.Type.IsTokenized)
        {
            TokenStream tokens = field.Kind == FieldValueKind.TokenStream
                ? field.Tokens
                : analyzer.GetTokenStream(
                    Name, field.Kind == FieldValueKind.Text ? field.Text : field.StringValue.AsMemory());
            if (field.Kind == FieldValueKind.TokenStream)
            {
                tokens.Reset();
            }

            InvertTokens(tokens);
            _position = AddChecked(_position, analyzer.GetPositionIncrementGap(Name), "positions");
            _offset = AddChecked(_offset, analyzer.GetOffsetGap(Name), "offsets");
        }
        else
        {
            InvertWhole(field);
        }
    }

    /// <summary>Adds the value to the doc values.</summary>
    /// <exception cref="ArgumentException">A second value where one is allowed, or a value that is too
    /// long.</exception>
    public void AddDocValue(Field field) => DocValues!.Add(_docId, field);

    /// <summary>Completes the norm of the current document.</summary>
    public void FinishDocument()
    {
        if (!_inverted || Norms is null)
        {
            return;
        }

        int length = _indexOptions == IndexOptions.Docs ? _uniqueTermCount : _length - _overlapCount;
        Norms.Add(_docId, length == 0 ? (sbyte)0 : NormEncoding.Encode(length));
        _inverted = false;
    }

    /// <summary>The field as the segment records it.</summary>
    public FieldInfo ToFieldInfo() => new()
    {
        Name = Name,
        Number = Number,
        IndexOptions = _indexOptions,
        OmitNorms = _indexOptions != IndexOptions.None && _omitNorms,
        HasPayloads = Terms is { HasPayloads: true },
        DocValuesType = DocValues?.Type ?? DocValuesType.None,
    };

    private void Adopt(FieldType type)
    {
        if (type.IndexOptions != IndexOptions.None)
        {
            AdoptIndexOptions(type);
        }

        if (type.DocValuesType != DocValuesType.None && type.DocValuesType != DocValues?.Type)
        {
            _numbers.SetDocValuesType(Name, type.DocValuesType);
            DocValues = DocValuesBuffer.Create(type.DocValuesType, Name, _pool, _ram);
        }
    }

    private void AdoptIndexOptions(FieldType type)
    {
        if (type.IndexOptions != _indexOptions)
        {
            _numbers.SetIndexOptions(Name, type.IndexOptions);
            _indexOptions = type.IndexOptions;
            Terms = new TermsBuffer(_pool, _ram, type.IndexOptions);
            Norms = new NormsBuffer(_ram);
        }

        // Once omitted, norms stay omitted: lengths of some documents only would be of no use.
        _omitNorms |= type.OmitNorms;
        if (_omitNorms)
        {
            Norms = null;
        }
    }

    private void InvertTokens(TokenStream tokens)
    {
        Token token = tokens.Token;
        while (tokens.MoveNext())
        {
            int increment = token.PositionIncrement;
            int position = _position + increment;
            if (increment < 0 || position < 0 || position > MaxPosition)
            {
                throw BadPosition(increment);
            }

            int start = _offset + token.StartOffset;
            int end = _offset + token.EndOffset;
            if (start < _lastStartOffset || end < start)
            {
                throw new ArgumentException(
                    $"The tokens of the field \"{Name}\" have offsets that run backwards: {start} to {end} after a start of {_lastStartOffset}.");
            }

            _position = position;
            _lastStartOffset = start;
            AddOccurrence(
                token.BytesTerm is { } bytes ? CheckLength(bytes.Span) : Encode(token.Term), start, end, token.Payload.Span);
            if (increment == 0)
            {
                // Counted last, so that a term that is refused cannot leave a document with terms and length 0.
                _overlapCount++;
            }
        }

        tokens.End();
        _position = AddChecked(_position, token.PositionIncrement, "positions");
        _offset = AddChecked(_offset, token.EndOffset, "offsets");
    }

    private void InvertWhole(Field field)
    {
        int units = 0;
        ReadOnlySpan<byte> term;
        if (field.Kind == FieldValueKind.Bytes)
        {
            term = CheckLength(field.Bytes.Span);
        }
        else
        {
            ReadOnlySpan<char> text = field.Kind == FieldValueKind.Text ? field.Text.Span : field.StringValue;
            units = text.Length;
            term = Encode(text);
        }

        if (_position >= MaxPosition || _offset > int.MaxValue - units)
        {
            throw BadPosition(1);
        }

        _position++;
        _lastStartOffset = _offset;
        AddOccurrence(term, _offset, _offset + units, []);
        _offset += units;
    }

    private void AddOccurrence(ReadOnlySpan<byte> term, int start, int end, ReadOnlySpan<byte> payload)
    {
        IsChangingPostings = true;
        if (Terms!.Add(term, _docId, _position, start, end, payload))
        {
            _uniqueTermCount++;
        }

        IsChangingPostings = false;
        _length++;
    }

    private ReadOnlySpan<byte> Encode(ReadOnlySpan<char> text)
    {
        if (3 * (long)text.Length > _utf8.Length)
        {
            // A unit takes at least one byte, so a longer text cannot fit and need not be encoded.
            if (text.Length > BytesHash.MaxLength)
            {
                throw TooLong(Encoding.UTF8.GetByteCount(text));
            }

            _utf8 = new byte[Math.Max(3 * text.Length, 2 * _utf8.Length)];
        }

        return CheckLength(_utf8.AsSpan(0, Utf8Transcoder.Encode(text, _utf8)));
    }

    private ReadOnlySpan<byte> CheckLength(ReadOnlySpan<byte> term) =>
        term.Length <= BytesHash.MaxLength ? term : throw TooLong(term.Length);

    private int AddChecked(int value, int more, string what)
    {
        long sum = (long)value + more;
        return more >= 0 && sum <= (what == "positions" ? MaxPosition : int.MaxValue)
            ? (int)sum
            : throw new ArgumentException(
                $"The {what} of the field \"{Name}\" are out of range: {value} and {more} more.");
    }

    private ArgumentException TooLong(int length) =>
        new($"The field \"{Name}\" has a term of {length} bytes in UTF-8; the limit is {BytesHash.MaxLength} bytes.");

    private ArgumentException BadPosition(int increment) =>
        increment < 0 || (increment == 0 && _position < 0)
            ? new ArgumentException(
                $"The field \"{Name}\" has a token with position increment {increment} after position {_position}; the first one must be at least 1, later ones at least 0.")
            : new ArgumentException($"The field \"{Name}\" has a token at a position above {MaxPosition}.");
}
