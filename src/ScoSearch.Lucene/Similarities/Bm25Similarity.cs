namespace ScoSearch.Lucene.Similarities;

/// <summary>The BM25 formula with Apache Lucene 8's arithmetic, to the last bit. Immutable and thread-safe.</summary>
/// <remarks>
/// A term scores weight - weight / (1 + freq * inverse(norm)), where weight = boost * idf and
/// inverse(norm) = 1 / (k1 * (1 - b + b * length / average length)); there is no factor (k1 + 1).
/// Every operation on floats is rounded to float in the order written (index format notes, section 15.2): golden scores and
/// score bounds rely on it. Idf = ln(1 + (N - df + 0.5) / (df + 0.5)) in double, then cast.
/// </remarks>
public sealed class Bm25Similarity : IEquatable<Bm25Similarity>
{
    /// <summary>Default of <see cref="K1"/>.</summary>
    public const float DefaultK1 = 1.2f;

    /// <summary>Default of <see cref="B"/>.</summary>
    public const float DefaultB = 0.75f;

    /// <summary>Creates the formula.</summary>
    /// <param name="k1">How slowly more occurrences stop counting; finite, at least 0.</param>
    /// <param name="b">How much the length of the field counts; from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Bm25Similarity(float k1 = DefaultK1, float b = DefaultB)
    {
        if (!float.IsFinite(k1) || k1 < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(k1), k1, "k1 must be finite and not negative");
        }

        if (!(b >= 0 && b <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(b), b, "b must be from 0 to 1");
        }

        K1 = k1;
        B = b;
    }

    /// <summary>The formula with Apache Lucene's defaults.</summary>
    public static Bm25Similarity Default { get; } = new();

    /// <summary>Term frequency saturation.</summary>
    public float K1 { get; }

    /// <summary>Length normalisation.</summary>
    public float B { get; }

    /// <summary>
    /// Exponent of length / average length: above 0, at most 1; the default is 1, Apache Lucene's formula. A smaller one lets
    /// the difference between 20 and 40 words count as much as that between 200 and 400.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public float LengthExponent
    {
        get;
        init => field = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "the exponent must be above 0 and at most 1");
    } = 1;

    /// <summary>The norm of a field value to be written to an index.</summary>
    /// <param name="tokenCount">Number of tokens, at least 1.</param>
    /// <param name="overlapCount">How many of them have position increment 0; not counted.</param>
    public static sbyte ComputeNorm(int tokenCount, int overlapCount) => NormEncoding.Encode(tokenCount - overlapCount);

    /// <inheritdoc/>
    public bool Equals(Bm25Similarity? other) => 
        other is not null && K1.Equals(other.K1) && B.Equals(other.B) && LengthExponent.Equals(other.LengthExponent);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Bm25Similarity);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(K1, B, LengthExponent);

    /// <inheritdoc/>
    public override string ToString() => 
        FormattableString.Invariant($"BM25(k1={K1}, b={B}{(LengthExponent == 1 ? "" : $", length^{LengthExponent}")})");

    /// <summary>Weight of a term by its rarity: ln(1 + (N - df + 0.5) / (df + 0.5)).</summary>
    /// <param name="docFreq">Documents with the term, from 0 to <paramref name="docCount"/>.</param>
    /// <param name="docCount">Documents with the field.</param>
    public static float Idf(long docFreq, long docCount) =>
        (float)Math.Log(1.0 + (docCount - docFreq + 0.5) / (docFreq + 0.5));
}
