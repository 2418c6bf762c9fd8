using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>One ordinal a document, or several (a set). Immutable.</summary>
/// <remarks>
/// Single: documents; i32 number of them; u8 bits an ordinal; i64 offset and length of the ordinals; terms dictionary.
/// Set: u8 0 and a single entry, or u8 1; documents; u8 bits; i64 offset and length; i32 number of documents; addresses of
/// the documents' first ordinals; terms dictionary.
/// </remarks>
internal sealed class SortedEntry
{
    private readonly IndexInput _data;
    private readonly int _width;
    private readonly long _offset;

    private SortedEntry(IndexInput meta, IndexInput data, int maxDoc, bool multiValued)
    {
        _data = data;
        Docs = DocsWithField.Read(meta);
        DocumentCount = multiValued ? 0 : meta.ReadInt32();
        long at = meta.Position;
        _width = meta.ReadByte();
        _offset = meta.ReadInt64();
        long length = meta.ReadInt64();
        if (multiValued)
        {
            DocumentCount = meta.ReadInt32();
        }

        Docs.CheckCount(meta, DocumentCount, maxDoc);
        if (multiValued)
        {
            Addresses = DocValues.Addresses.Read(meta, data, DocumentCount);
            OrdCount = Addresses[DocumentCount];
        }
        else
        {
            OrdCount = DocumentCount;
        }

        Terms = new TermsDictionary(meta, data);
        if (OrdCount < DocumentCount || length < 0 || (OrdCount > 0 && Terms.Count == 0)
            || (_width == 0 && (multiValued || Terms.Count > 1)))
        {
            throw meta.Corrupt(at, $"ordinals of {DocumentCount} documents", $"{OrdCount} of {_width} bits");
        }

        if (_width != 0)
        {
            // Checks width and bounds now rather than at the first search.
            _ = new DirectReader(data, _offset, _width, OrdCount);
        }
    }

    /// <summary>Documents with a value.</summary>
    public DocsWithField Docs { get; }

    /// <summary>Number of documents with a value.</summary>
    public int DocumentCount { get; }

    /// <summary>Number of ordinals of all documents.</summary>
    public long OrdCount { get; }

    /// <summary>Start of each document's ordinals, or null when each has one.</summary>
    public DirectMonotonicReader? Addresses { get; }

    /// <summary>What the ordinals stand for.</summary>
    public TermsDictionary Terms { get; }

    public static SortedEntry Read(IndexInput meta, IndexInput data, int maxDoc) =>
        new(meta, data, maxDoc, multiValued: false);

    public static SortedEntry ReadSet(IndexInput meta, IndexInput data, int maxDoc)
    {
        byte multiValued = meta.ReadByte();
        return multiValued <= 1
            ? new SortedEntry(meta, data, maxDoc, multiValued == 1)
            : throw meta.Corrupt(meta.Position - 1, "0 or 1: several values a document", $"{multiValued}");
    }

    /// <summary>A view of the ordinals.</summary>
    public LongValues OpenOrds() => _width == 0
        ? new ConstantLongValues(0)
        : new OrdLongValues(_data, _offset, _width, OrdCount, Terms.Count);
}
