using System.Text;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Core.Searching;

/// <summary>
/// An index in memory of a test collection, one paragraph a document, searched as the product searches. Adding is for one
/// thread; ranking is thread-safe and begins when all has been added.
/// </summary>
internal sealed class EvaluationIndex : IDisposable
{
    private const double RamBufferSizeInMegabytes = 256;

    private static readonly ReconstructionReport Report = new() { ReaderName = "evaluation" };

    private readonly ByteBuffersDirectory _directory = new();
    private readonly ParagraphAnalysis _analysis;
    private readonly ParagraphSchema _schema;
    private readonly IndexWriter _writer;
    private DirectoryReader? _reader;
    private ParagraphSearcher? _searcher;
    private string[] _ids = [];

    public EvaluationIndex(ParagraphAnalysis analysis)
    {
        _analysis = analysis;
        _schema = new ParagraphSchema(analysis);
        _writer = new IndexWriter(
            _directory,
            new IndexWriterConfig(analysis.ForIndexing) { RamBufferSizeMB = RamBufferSizeInMegabytes, CommitOnClose = false });
    }

    /// <summary>Number of paragraphs that can be searched.</summary>
    public int Count => _ids.Length;

    /// <summary>Analyses one paragraph; thread-safe.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="title">Title of its document; may be empty.</param>
    /// <param name="text">Its text.</param>
    public Document Prepare(string id, string title, string text)
    {
        DocumentMetadata metadata = title.Length == 0
            ? DocumentMetadata.Empty
            : new DocumentMetadata { Title = new MetadataValue(title, MetadataOrigin.Caller) };
        Paragraph paragraph = new() { Number = 1, Kind = ParagraphKind.Body, Text = text };
        return _schema.Create(
            new ReconstructedDocument(id, null, [paragraph], metadata, Report), new DocumentOrigin(null, ""))[0];
    }

    /// <summary>Adds prepared paragraphs.</summary>
    public void Add(IReadOnlyList<Document> paragraphs) => _writer.AddDocuments(paragraphs);

    /// <summary>Makes what was added searchable.</summary>
    public void Finish()
    {
        _writer.Commit();
        _reader = DirectoryReader.Open(_directory);
        _searcher = new ParagraphSearcher(_reader, _analysis);
        _ids = ReadIds(_reader);
    }

    /// <summary>The best paragraphs, ranked as the product ranks by default.</summary>
    /// <param name="query">What to search for; longer ones than a person may type are cut.</param>
    /// <param name="depth">How many, at least 1.</param>
    /// <param name="cancellation">Ends the search early.</param>
    /// <exception cref="InvalidOperationException"><see cref="Finish"/> was not called.</exception>
    public IReadOnlyList<RankedParagraph> Rank(string query, int depth, CancellationToken cancellation)
    {
        ParagraphSearcher searcher = _searcher ?? throw new InvalidOperationException("the index is not finished");
        string asked = query.Length > SearchRequest.MaxQueryLength ? query[..SearchRequest.MaxQueryLength] : query;
        return [.. searcher.Rank(asked, depth, cancellation).ScoreDocs
            .Select(hit => new RankedParagraph(_ids[hit.Doc], hit.Score))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader?.Dispose();
        _writer.Dispose();
        _directory.Dispose();
    }

    // Ids by doc id, from the column: stored fields would have to be unpacked with the texts.
    private static string[] ReadIds(DirectoryReader reader)
    {
        string[] ids = new string[reader.MaxDoc];
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            SortedDocValues values = leaf.Reader.GetSortedDocValues(ParagraphFields.Document)!;
            while (values.NextDoc() is not DocIdCursor.Exhausted and int doc)
            {
                ids[leaf.DocBase + doc] = Encoding.UTF8.GetString(values.LookupOrd(values.OrdValue));
            }
        }

        return ids;
    }
}
