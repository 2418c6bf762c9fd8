using System.Runtime.Intrinsics;

namespace ScoSearch.Lucene.Similarities;

/// <summary>BM25 of one term (or of a phrase or synonym, which count as one term) in one query. Immutable.</summary>
internal sealed class Bm25Scorer
{
    private readonly Bm25Field _field;

    public Bm25Scorer(Bm25Field field, float boost, float idf)
    {
        _field = field;
        Boost = boost;
        Idf = idf;
        Weight = (float)(boost * idf);
        MaxScore = Score(float.MaxValue, 1);
    }

    public float Boost { get; }

    public float Idf { get; }

    /// <summary>boost * idf: no score reaches above it.</summary>
    public float Weight { get; }

    /// <summary>Bound for any frequency and norm.</summary>
    public float MaxScore { get; }

    public Bm25Field Field => _field;

    /// <summary>The score; grows with the frequency and falls with the norm (as unsigned), also after rounding, because each operation does.</summary>
    public float Score(float freq, long norm)
    {
        float scaled = (float)(freq * _field.InverseByNorm[(byte)norm]);
        return (float)(Weight - (float)(Weight / (float)(1f + scaled)));
    }

    /// <summary>Scores of many documents of a segment.</summary>
    /// <param name="docIds">The documents.</param>
    /// <param name="freqs">Their frequencies; as many.</param>
    /// <param name="norms">Norm of every document of the segment.</param>
    /// <param name="scores">Receives the scores; as many.</param>
    public void Score(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, ReadOnlySpan<sbyte> norms, Span<float> scores)
    {
        ReadOnlySpan<float> inverse = _field.InverseByNorm;
        freqs = freqs[..docIds.Length];
        scores = scores[..docIds.Length];
        for (int i = 0; i < docIds.Length; i++)
        {
            scores[i] = inverse[unchecked((byte)norms[docIds[i]])];
        }

        Finish(freqs, scores);
    }

    // Lane by lane the same operations as Score(freq, norm): the vector forms round each step too.
    private void Finish(ReadOnlySpan<int> freqs, Span<float> scores)
    {
        int i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<float> weight = Vector256.Create(Weight);
            for (; i <= scores.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                Vector256<float> freq = Vector256.ConvertToSingle(Vector256.Create(freqs[i..]));
                Vector256<float> scaled = freq * Vector256.Create<float>(scores[i..]);
                (weight - weight / (Vector256<float>.One + scaled)).CopyTo(scores[i..]);
            }
        }

        for (; i < scores.Length; i++)
        {
            float scaled = (float)(freqs[i] * scores[i]);
            scores[i] = (float)(Weight - (float)(Weight / (float)(1f + scaled)));
        }
    }
}
