using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>Explains BM25 scores.</summary>
internal static class Bm25Explanation
{
    public static Explanation Idf(Bm25Scorer bm25, long docFreq) => Explanation.Match(
        bm25.Idf,
        "idf, computed as log(1 + (N - n + 0.5) / (n + 0.5)) from:",
        Explanation.Match(docFreq, "n, number of documents containing term"),
        Explanation.Match(bm25.Field.DocCount, "N, total number of documents with field"));

    public static Explanation Score(string what, LeafBm25 leaf, int docId, float freq, Explanation idf)
    {
        Bm25Scorer bm25 = leaf.Scorer;
        return Explanation.Match(
            leaf.Score(docId, freq),
            FormattableString.Invariant($"weight({what} in {docId}), computed as w - w / (1 + freq / norm) from:"),
            Explanation.Match(
                bm25.Weight,
                "w, computed as boost * idf from:",
                Explanation.Match(bm25.Boost, "boost"),
                idf),
            Explanation.Match(freq, "freq, occurrences within document"),
            Norm(bm25.Field, leaf.NormOf(docId)));
    }

    private static Explanation Norm(Bm25Field field, long norm)
    {
        float length = NormEncoding.Decode(unchecked((sbyte)norm));
        return Explanation.Match(
            1f / field.InverseByNorm[(byte)norm],
            "norm, computed as k1 * (1 - b + b * dl / avgdl) from:",
            Explanation.Match(field.Similarity.K1, "k1, term saturation parameter"),
            Explanation.Match(field.Similarity.B, "b, length normalization parameter"),
            Explanation.Match(length, "dl, length of field (rounded down)"),
            Explanation.Match(field.AverageLength, "avgdl, average length of field"));
    }
}
