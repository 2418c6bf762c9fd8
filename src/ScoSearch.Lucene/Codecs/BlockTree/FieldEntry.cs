using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>What the field table says about a field. Immutable.</summary>
internal sealed record FieldEntry(
    FieldInfo Field,
    long TermCount,
    byte[] RootCode,
    long SumTotalTermFreq,
    long SumDocFreq,
    int DocCount,
    byte[] MinTerm,
    byte[] MaxTerm);
