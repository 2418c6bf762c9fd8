using System.Globalization;
using System.Text;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Documents;

/// <summary>A named value of a document and what is to be done with it. Not thread-safe.</summary>
/// <remarks>
/// A field may be given a new value and added again: the writer keeps no reference after the call that added it, so
/// that bulk indexing
/// needs no new objects per document. The kind of value cannot change.
/// </remarks>
public class Field
{
    private ReadOnlyMemory<char> _text;
    private ReadOnlyMemory<byte> _bytes;
    private TokenStream? _tokens;

    // Integers as they are; floating-point numbers by their bits.
    private long _number;

    /// <summary>Creates a field holding text.</summary>
    /// <exception cref="ArgumentException">The type asks for doc values that text cannot give.</exception>
    public Field(string name, ReadOnlyMemory<char> text, FieldType type) : this(name, type, FieldValueKind.Text) =>
        _text = text;

    /// <summary>Creates a field holding text.</summary>
    /// <exception cref="ArgumentException">The type asks for doc values that text cannot give.</exception>
    public Field(string name, string text, FieldType type) : this(name, type, FieldValueKind.Text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text.AsMemory();
    }

    /// <summary>Creates a field holding bytes, which are not copied.</summary>
    /// <exception cref="ArgumentException">The type asks for tokens or for numeric doc values.</exception>
    public Field(string name, ReadOnlyMemory<byte> bytes, FieldType type) : this(name, type, FieldValueKind.Bytes) =>
        _bytes = bytes;

    /// <summary>Creates a field holding an integer.</summary>
    public Field(string name, int value, FieldType type) : this(name, type, FieldValueKind.Int32) => _number = value;

    /// <summary>Creates a field holding an integer.</summary>
    public Field(string name, long value, FieldType type) : this(name, type, FieldValueKind.Int64) => _number = value;

    /// <summary>Creates a field holding a floating-point number.</summary>
    public Field(string name, float value, FieldType type) : this(name, type, FieldValueKind.Single) =>
        _number = BitConverter.SingleToInt32Bits(value);

    /// <summary>Creates a field holding a floating-point number.</summary>
    public Field(string name, double value, FieldType type) : this(name, type, FieldValueKind.Double) =>
        _number = BitConverter.DoubleToInt64Bits(value);

    /// <summary>Creates a field whose tokens were made elsewhere. It is indexed only; <see cref="TokenStream.Reset"/>
    /// is called before reading.</summary>
    /// <exception cref="ArgumentException">The type is not indexed and tokenized, or stores something.</exception>
    public Field(string name, TokenStream tokens, FieldType type) : this(name, type, FieldValueKind.TokenStream)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        _tokens = tokens;
    }

    private Field(string name, FieldType type, FieldValueKind kind)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(type);
        Name = name;
        Type = type;
        Kind = kind;
        CheckTypeFitsKind();
    }

    /// <summary>Name of the field.</summary>
    public string Name { get; }

    /// <summary>What is done with the value.</summary>
    public FieldType Type { get; }

    /// <summary>What the field holds.</summary>
    public FieldValueKind Kind { get; }

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The field holds something else.</exception>
    public ReadOnlyMemory<char> Text => Kind == FieldValueKind.Text ? _text : throw Holds(FieldValueKind.Text);

    /// <summary>The bytes.</summary>
    /// <exception cref="InvalidOperationException">The field holds something else.</exception>
    public ReadOnlyMemory<byte> Bytes => Kind == FieldValueKind.Bytes ? _bytes : throw Holds(FieldValueKind.Bytes);

    /// <summary>The tokens.</summary>
    /// <exception cref="InvalidOperationException">The field holds something else.</exception>
    public TokenStream Tokens => _tokens ?? throw Holds(FieldValueKind.TokenStream);

    /// <summary>The number as 64-bit integer; a floating-point number is cut towards zero.</summary>
    /// <exception cref="InvalidOperationException">The field holds no number.</exception>
    public long Int64Value => Kind switch
    {
        FieldValueKind.Int32 or FieldValueKind.Int64 => _number,
        FieldValueKind.Single or FieldValueKind.Double => (long)DoubleValue,
        _ => throw Holds(FieldValueKind.Int64),
    };

    /// <summary>The number as floating-point number.</summary>
    /// <exception cref="InvalidOperationException">The field holds no number.</exception>
    public double DoubleValue => Kind switch
    {
        FieldValueKind.Int32 or FieldValueKind.Int64 => _number,
        FieldValueKind.Single => BitConverter.Int32BitsToSingle((int)_number),
        FieldValueKind.Double => BitConverter.Int64BitsToDouble(_number),
        _ => throw Holds(FieldValueKind.Double),
    };

    /// <summary>The value as text: numbers in invariant notation, bytes read as UTF-8, nothing for tokens.</summary>
    public string StringValue => Kind switch
    {
        FieldValueKind.Text => _text.ToString(),
        FieldValueKind.Bytes => Encoding.UTF8.GetString(_bytes.Span),
        FieldValueKind.Int32 or FieldValueKind.Int64 => _number.ToString(CultureInfo.InvariantCulture),
        FieldValueKind.Single => ((float)DoubleValue).ToString(CultureInfo.InvariantCulture),
        FieldValueKind.Double => DoubleValue.ToString(CultureInfo.InvariantCulture),
        _ => string.Empty,
    };

    /// <summary>Gives the field another text.</summary>
    /// <exception cref="InvalidOperationException">The field holds something else.</exception>
    public void SetText(ReadOnlyMemory<char> text) =>
        _text = Kind == FieldValueKind.Text ? text : throw Holds(FieldValueKind.Text);

    /// <summary>Gives the field other bytes, which are not copied.</summary>
    /// <exception cref="InvalidOperationException">The field holds something else.</exception>
    public void SetBytes(ReadOnlyMemory<byte> bytes) =>
        _bytes = Kind == FieldValueKind.Bytes ? bytes : throw Holds(FieldValueKind.Bytes);

    /// <summary>Gives the field another integer.</summary>
    /// <exception cref="InvalidOperationException">The field holds something else.</exception>
    /// <exception cref="OverflowException">The field holds 32-bit integers and the value is larger.</exception>
    public void SetInt64(long value) => _number = Kind switch
    {
        FieldValueKind.Int64 => value,
        FieldValueKind.Int32 => checked((int)value),
        _ => throw Holds(FieldValueKind.Int64),
    };

    /// <summary>Gives the field another floating-point number.</summary>
    /// <exception cref="InvalidOperationException">The field holds something else.</exception>
    public void SetDouble(double value) => _number = Kind switch
    {
        FieldValueKind.Single => BitConverter.SingleToInt32Bits((float)value),
        FieldValueKind.Double => BitConverter.DoubleToInt64Bits(value),
        _ => throw Holds(FieldValueKind.Double),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Kind}";

    private void CheckTypeFitsKind()
    {
        bool indexed = Type.IndexOptions != IndexOptions.None;
        bool fits = Type.DocValuesType switch
        {
            DocValuesType.None => true,
            DocValuesType.Numeric or DocValuesType.SortedNumeric =>
                Kind is FieldValueKind.Int32 or FieldValueKind.Int64,
            _ => Kind is FieldValueKind.Bytes or FieldValueKind.Text,
        };
        if (!fits)
        {
            throw new ArgumentException(
                $"The field \"{Name}\" cannot have {Type.DocValuesType} doc values out of {Kind}.", nameof(Type));
        }

        if (Kind == FieldValueKind.TokenStream && (!indexed || !Type.IsTokenized || Type.IsStored))
        {
            throw new ArgumentException(
                $"The field \"{Name}\" gets ready-made tokens: its type must be indexed and tokenized, and must not be stored.", nameof(Type));
        }

        if (Kind == FieldValueKind.Bytes && indexed && Type.IsTokenized)
        {
            throw new ArgumentException($"The field \"{Name}\" holds bytes, which cannot be tokenized.", nameof(Type));
        }

        if (!indexed && !Type.IsStored && Type.DocValuesType == DocValuesType.None)
        {
            throw new ArgumentException(
                $"The field \"{Name}\" is neither indexed nor stored nor has doc values.", nameof(Type));
        }
    }

    private InvalidOperationException Holds(FieldValueKind wanted) =>
        new($"The field \"{Name}\" holds {Kind}, not {wanted}.");
}
