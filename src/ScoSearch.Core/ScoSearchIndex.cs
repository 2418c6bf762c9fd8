using System.Diagnostics;
using ScoSearch.Core.Analyzing;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;
using ScoSearch.Core.Suggesting;
using ScoSearch.Core.Variants;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Core;

/// <summary>An open index of paragraphs: a snapshot to search. Thread-safe.</summary>
/// <remarks>
/// What is committed later does not show; <see cref="Refresh"/> opens it. A call that began before <see cref="Dispose"/>
/// finishes; one that begins after it is refused.
/// </remarks>
/// <example><code>
/// using ScoSearchIndex index = ScoSearchIndex.Open("index-data/index");
/// SearchResponse answer = index.Search(new SearchRequest("三股势力"));
/// foreach (SearchHit hit in answer.Hits)
/// {
///     Console.WriteLine($"{hit.Document.Title} {hit.Paragraph.Number}: {hit.Snippet}");
/// }
/// </code></example>
public sealed class ScoSearchIndex : IDisposable
{
    /// <summary>Most paragraphs that <see cref="GetParagraphs"/> gives at once.</summary>
    public const int MaxParagraphs = 1000;

    /// <summary>Most neighbours on each side of a paragraph.</summary>
    public const int MaxContext = 10;

    private readonly string _path;

    // Null when they are those beside the index, which may change with it.
    private readonly DictionarySet? _dictionaries;
    private readonly DirectoryReader _reader;
    private readonly IndexSnapshot _snapshot;
    private readonly ParagraphSearcher _searcher;
    private readonly ParagraphReading _reading;
    private readonly AnalysisService _analysis;
    private readonly SnapshotVariants _variants;
    private readonly VariantSearch _variantSearch;

    private ScoSearchIndex(string path, DictionarySet? dictionaries, DirectoryReader reader, ParagraphAnalysis analysis, SnapshotVariants? earlier)
    {
        _path = path;
        _dictionaries = dictionaries;
        _reader = reader;
        _snapshot = new IndexSnapshot(reader, analysis);
        _searcher = new ParagraphSearcher(_snapshot);
        _reading = new ParagraphReading(_snapshot);
        _analysis = new AnalysisService(_snapshot, _searcher);
        _variants = new SnapshotVariants(reader, analysis, earlier);
        _variantSearch = new VariantSearch(_searcher.Search, _variants.Correct);
    }

    /// <summary>Generation of the commit that is searched.</summary>
    public long Generation => _reader.Generation;

    /// <summary>Number of paragraphs.</summary>
    public int ParagraphCount => _reader.NumDocs;

    /// <summary>True when the folder holds an index of any kind.</summary>
    public static bool Exists(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return System.IO.Directory.Exists(path)
            && System.IO.Directory.EnumerateFiles(path, "segments_*").Any();
    }

    /// <summary>Opens the latest commit of an index.</summary>
    /// <param name="path">Folder of the index.</param>
    /// <param name="dictionaries">The dictionaries it was built with; null to load them from the folder <c>dictionaries</c>
    /// beside the index.</param>
    /// <exception cref="IndexNotFoundException">The folder holds no index.</exception>
    /// <exception cref="IndexMismatchException">The index was built with other dictionaries or by another version; the message
    /// names the command that rebuilds it.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    public static ScoSearchIndex Open(string path, DictionarySet? dictionaries = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Exists(path))
        {
            throw new IndexNotFoundException($"There is no index in {path}.");
        }

        // The directory holds nothing open by itself, and later snapshots go on using it: nobody disposes of it.
        ParagraphAnalysis analysis = new(dictionaries ?? DictionarySet.LoadBeside(path));
        return Create(path, dictionaries, DirectoryReader.Open(FSDirectory.Open(path)), analysis);
    }

    /// <summary>Opens the latest commit when it is another one than this.</summary>
    /// <returns>The new snapshot, or null when nothing changed. This one stays open until it is disposed.</returns>
    /// <exception cref="IndexMismatchException">The new commit was built with other dictionaries than are there.</exception>
    /// <exception cref="CorruptIndexException">The new commit is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    /// <remarks>Segments that both have are shared, so that the cost is that of what changed.</remarks>
    public ScoSearchIndex? Refresh() => Lease(() =>
    {
        if (DirectoryReader.OpenIfChanged(_reader) is not DirectoryReader reader)
        {
            return null;
        }

        return Create(_path, _dictionaries, reader, AnalysisFor(reader), _variants);
    });

    /// <summary>Finds the best paragraphs for a question.</summary>
    /// <exception cref="SearchException">The request cannot be answered as it is; its code says why.</exception>
    /// <exception cref="ArgumentException">The query is longer than <see cref="SearchRequest.MaxQueryLength"/>, or a number is out of its range.</exception>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        long started = Stopwatch.GetTimestamp();
        return Lease(() => Finish(_variantSearch.Search(request, cancellationToken), started));
    }

    /// <summary>Completes what was typed so far: terms, names, titles and words of the index, by characters or pinyin.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="SuggestRequest.MaxTextLength"/>, or the limit is out of its range.</exception>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>The first call reads the words of the index, which takes up to a second or two; later ones take well under a millisecond.</remarks>
    public SuggestResponse Suggest(SuggestRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        long started = Stopwatch.GetTimestamp();
        return Lease(() =>
        {
            List<Suggestion> suggestions =
                _variants.GetSuggester(cancellationToken).Complete(request.Text, request.Limit);
            return new SuggestResponse
            {
                Query = request.Text,
                Suggestions = suggestions,
                TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3),
                Generation = Generation,
            };
        });
    }

    /// <summary>Finds the paragraphs most like another one.</summary>
    /// <param name="paragraphId">Id of the paragraph.</param>
    /// <param name="request">How many, under which condition; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <returns>The most similar first; null when there is no such paragraph.</returns>
    /// <inheritdoc cref="Search"/>
    public SearchResponse? Similar(
        string paragraphId, SimilarRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paragraphId);
        request ??= new SimilarRequest();
        request.Validate();
        long started = Stopwatch.GetTimestamp();
        return Lease(() => _snapshot.Store.Find(paragraphId) is StoredParagraph paragraph
            ? Finish(_searcher.Similar(paragraph, request, cancellationToken), started)
            : null);
    }

    /// <summary>Shows how a query and a paragraph are cut, and whether and why they fit.</summary>
    /// <returns>The view; null when the paragraph named is not there.</returns>
    /// <inheritdoc cref="Search"/>
    public AnalysisView? Analyze(AnalysisRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        return Lease(() => _analysis.Analyze(request));
    }

    /// <summary>Reads one paragraph.</summary>
    /// <param name="paragraphId">Its id: document id, <c>#</c>, number.</param>
    /// <param name="context">Neighbouring paragraphs to add before and after it, from 0 to <see cref="MaxContext"/>.</param>
    /// <param name="language">Language of the citation's running text.</param>
    /// <returns>The paragraph, or null when there is none of that id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="context"/> is out of its range.</exception>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    public ParagraphEntry? GetParagraph(
        string paragraphId, int context = 0, MessageLanguage language = MessageLanguage.Chinese)
    {
        ArgumentNullException.ThrowIfNull(paragraphId);
        ArgumentOutOfRangeException.ThrowIfNegative(context);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(context, MaxContext);
        return Lease(() => _snapshot.Store.Find(paragraphId) is StoredParagraph paragraph
            ? _reading.Describe(paragraph, context, language)
            : null);
    }

    /// <summary>Reads a document from one paragraph to another, in order.</summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="from">Lowest paragraph number.</param>
    /// <param name="to">Highest paragraph number; at most <see cref="MaxParagraphs"/> paragraphs are returned.</param>
    /// <param name="kind">Only paragraphs of this kind, such as <c>body</c>; null for all.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The paragraphs; empty when the document is not there or has none in the range.</returns>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    public IReadOnlyList<ParagraphEntry> GetParagraphs(
        string documentId, int from = 1, int to = int.MaxValue, string? kind = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        if (kind is not null && !ParagraphKinds.TryParse(kind, out _))
        {
            throw new ArgumentException($"There is no kind of paragraph \"{kind}\".", nameof(kind));
        }

        return from > to
            ? []
            : Lease(() => _reading.ReadRange(
                documentId, from, to, kind?.ToLowerInvariant(), MaxParagraphs, cancellationToken));
    }

    /// <summary>One document with its counts, or null when there is none of that id.</summary>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    public DocumentEntry? GetDocument(string documentId)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        return Lease(() => _snapshot.Catalog.Find(documentId, _snapshot.Store));
    }

    /// <summary>Lists documents by rising id.</summary>
    /// <param name="request">Which ones; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="SearchException">The filter cannot be read.</exception>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    public DocumentList ListDocuments(DocumentListRequest? request = null, CancellationToken cancellationToken = default)
    {
        request ??= new DocumentListRequest();
        request.Validate();
        return Lease(() =>
        {
            bool[]? matching = _searcher.PlanFilter(request.Filter) is { } filter
                ? _snapshot.Catalog.FindMatching(_snapshot.Searcher, filter, cancellationToken)
                : null;
            return _snapshot.Catalog.List(request.Offset, request.Limit, matching, _snapshot.Store);
        });
    }

    /// <summary>Makes what the first completion and the first correction would have to wait for: seconds on a large index.</summary>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the first who asks makes it.</exception>
    public void Warm(CancellationToken cancellationToken = default) => Lease(() => _variants.GetSuggester(cancellationToken));

    /// <summary>Size and origin of the index.</summary>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    public IndexStatistics GetStatistics() => Lease(() => IndexStatistics.Create(_reader, _snapshot.Catalog));

    /// <summary>Closes the index; searches that run finish first.</summary>
    public void Dispose() => _reader.Dispose();

    private static ScoSearchIndex Create(
        string path,
        DictionarySet? dictionaries,
        DirectoryReader reader,
        ParagraphAnalysis analysis,
        SnapshotVariants? earlier = null)
    {
        try
        {
            IndexCommitData.Check(reader.CommitUserData, analysis, path);
            return new ScoSearchIndex(path, dictionaries, reader, analysis, earlier);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    // A commit with other fingerprints was made with other dictionaries: those beside the index are read again.
    private ParagraphAnalysis AnalysisFor(DirectoryReader reader) =>
        _dictionaries is not null || IndexCommitData.HasDictionaries(reader.CommitUserData, _snapshot.Analysis)
            ? _snapshot.Analysis
            : new ParagraphAnalysis(DictionarySet.LoadBeside(_path));

    private SearchResponse Finish(SearchResponse answer, long started) => answer with
    {
        TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3),
        Generation = Generation,
    };

    // Holds a reference for the time of a call, so that an index disposed meanwhile closes only afterwards.
    private T Lease<T>(Func<T> use)
    {
        ObjectDisposedException.ThrowIf(!_reader.TryAddReference(), this);
        try
        {
            return use();
        }
        finally
        {
            _reader.ReleaseReference();
        }
    }
}
