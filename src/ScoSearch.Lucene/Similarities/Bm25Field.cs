namespace ScoSearch.Lucene.Similarities;

/// <summary>The part of BM25 that all terms of a field share: the length factor of each norm. Immutable.</summary>
internal sealed class Bm25Field
{
    private readonly float[] _inverse = new float[256];

    public Bm25Field(Bm25Similarity similarity, long docCount, long sumTotalTermFreq)
    {
        Similarity = similarity;
        DocCount = docCount;
        AverageLength = (float)(sumTotalTermFreq / (double)docCount);
        for (int code = 0; code < _inverse.Length; code++)
        {
            _inverse[code] = Inverse(NormEncoding.Decode(unchecked((sbyte)code)));
        }
    }

    public Bm25Similarity Similarity { get; }

    public long DocCount { get; }

    public float AverageLength { get; }

    /// <summary>1 / (k1 * (1 - b + b * length / average)), by norm byte.</summary>
    public ReadOnlySpan<float> InverseByNorm => _inverse;

    // The casts after each operation are the specification: no wider intermediate, no fused multiply-add.
    private float Inverse(float length)
    {
        float share = Similarity.LengthExponent == 1
            ? (float)((float)(Similarity.B * length) / AverageLength)
            : (float)(Similarity.B * MathF.Pow((float)(length / AverageLength), Similarity.LengthExponent));
        float sum = (float)((float)(1f - Similarity.B) + share);
        return (float)(1f / (float)(Similarity.K1 * sum));
    }
}
