using System.Diagnostics;
using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport.Dumps;

/// <summary>The lines that both forms of a dump share.</summary>
internal static class FieldDump
{
    public static void FieldLine(FieldInfo field, DumpSink sink)
    {
        bool indexed = field.IndexOptions != IndexOptions.None;
        sink.Text(field.Name).Tab().Raw(NameOf(field.IndexOptions))
            .Tab().Raw(indexed && field.OmitNorms ? "nonorms" : "norms")
            .Tab().Raw(indexed && field.HasPayloads ? "payloads" : "-")
            .Tab().Raw(NameOf(field.DocValuesType))
            .Tab().Raw(indexed && field.HasTermVectors ? "vectors" : "-")
            .Tab().Number(field.PointDimensionCount).Line();
    }

    /// <summary>One line: document, frequency, and for each occurrence position:start:end:payload.</summary>
    public static void Posting(int docId, PostingsEnum postings, bool positions, DumpSink sink)
    {
        int freq = postings.Freq;
        sink.Number(docId).Tab().Number(freq);
        for (int i = 0; positions && i < freq; i++)
        {
            sink.Tab().Number(postings.NextPosition()).Put(':').Number(postings.StartOffset).Put(':')
                .Number(postings.EndOffset).Put(':');
            _ = postings.Payload.IsEmpty ? sink.Put('-') : sink.Hex(postings.Payload);
        }

        sink.Line();
    }

    private static string NameOf(IndexOptions options) => options switch
    {
        IndexOptions.None => "NONE",
        IndexOptions.Docs => "DOCS",
        IndexOptions.DocsAndFreqs => "DOCS_AND_FREQS",
        IndexOptions.DocsAndFreqsAndPositions => "DOCS_AND_FREQS_AND_POSITIONS",
        IndexOptions.DocsAndFreqsAndPositionsAndOffsets => "DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS",
        _ => throw new UnreachableException(),
    };

    private static string NameOf(DocValuesType type) => type switch
    {
        DocValuesType.None => "NONE",
        DocValuesType.Numeric => "NUMERIC",
        DocValuesType.Binary => "BINARY",
        DocValuesType.Sorted => "SORTED",
        DocValuesType.SortedSet => "SORTED_SET",
        DocValuesType.SortedNumeric => "SORTED_NUMERIC",
        _ => throw new UnreachableException(),
    };
}
