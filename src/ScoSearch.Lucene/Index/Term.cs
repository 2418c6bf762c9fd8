using System.Text;

namespace ScoSearch.Lucene.Index;

/// <summary>A field and bytes that can be looked up in it. Immutable; equal by value.</summary>
public sealed class Term : IEquatable<Term>, IComparable<Term>
{
    private readonly byte[] _bytes;

    /// <summary>Creates a term from text, as UTF-8 (a lone surrogate becomes U+FFFD).</summary>
    public Term(string field, string text) : this(field, Encoding.UTF8.GetBytes(text), copy: false)
    {
    }

    /// <summary>Creates a term from bytes, which are copied.</summary>
    public Term(string field, ReadOnlySpan<byte> bytes) : this(field, bytes.ToArray(), copy: false)
    {
    }

    private Term(string field, byte[] bytes, bool copy)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        _bytes = copy ? [.. bytes] : bytes;
    }

    /// <summary>Name of the field.</summary>
    public string Field { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The bytes read as UTF-8, for messages and display.</summary>
    public string Text => Encoding.UTF8.GetString(_bytes);

    /// <inheritdoc/>
    public bool Equals(Term? other) =>
        other is not null && string.Equals(Field, other.Field, StringComparison.Ordinal)
        && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Term);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Field, StringComparer.Ordinal);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <summary>By field name in ordinal order, then by bytes.</summary>
    public int CompareTo(Term? other)
    {
        if (other is null)
        {
            return 1;
        }

        int byField = string.CompareOrdinal(Field, other.Field);
        return byField != 0 ? byField : _bytes.AsSpan().SequenceCompareTo(other._bytes);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:{Text}";

    /// <summary>Equality by value.</summary>
    public static bool operator ==(Term? left, Term? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality by value.</summary>
    public static bool operator !=(Term? left, Term? right) => !(left == right);

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator <(Term left, Term right) => left.CompareTo(right) < 0;

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator >(Term left, Term right) => left.CompareTo(right) > 0;

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator <=(Term left, Term right) => left.CompareTo(right) <= 0;

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator >=(Term left, Term right) => left.CompareTo(right) >= 0;
}
