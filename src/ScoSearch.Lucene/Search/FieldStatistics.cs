using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>A field's statistics and the tables computed from them. Immutable.</summary>
internal sealed class FieldStatistics
{
    private FieldStatistics(CollectionStatistics collection, Bm25Similarity similarity)
    {
        Collection = collection;
        Bm25 = new Bm25Field(similarity, collection.DocCount, collection.SumTotalTermFreq);
    }

    public CollectionStatistics Collection { get; }

    public Bm25Field Bm25 { get; }

    public static FieldStatistics? Compute(IndexReader reader, string field, Bm25Similarity similarity)
    {
        long docCount = 0, sumTotalTermFreq = 0, sumDocFreq = 0;
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(field) is { } terms)
            {
                docCount += terms.DocCount;
                sumTotalTermFreq += terms.SumTotalTermFreq;
                sumDocFreq += terms.SumDocFreq;
            }
        }

        return docCount == 0
            ? null
            : new FieldStatistics(new CollectionStatistics(docCount, sumTotalTermFreq, sumDocFreq), similarity);
    }
}
