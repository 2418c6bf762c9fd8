using System.Diagnostics;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Core.Suggesting;
using ScoSearch.Core.Variants;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Core;

/// <summary>An open index of paragraphs: a snapshot to search. Thread-safe.</summary>
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
    private readonly FSDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly ParagraphSearcher _searcher;
    private readonly SnapshotVariants _variants;

    private ScoSearchIndex(FSDirectory directory, DirectoryReader reader, ParagraphAnalysis analysis)
    {
        _directory = directory;
        _reader = reader;
        _searcher = new ParagraphSearcher(reader, analysis);
        _variants = new SnapshotVariants(reader, analysis);
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

        ParagraphAnalysis analysis = new(dictionaries ?? DictionarySet.LoadBeside(path));
        FSDirectory directory = FSDirectory.Open(path);
        DirectoryReader? reader = null;
        try
        {
            reader = DirectoryReader.Open(directory);
            IndexCommitData.Check(reader.CommitUserData, analysis, path);
            return new ScoSearchIndex(directory, reader, analysis);
        }
        catch
        {
            reader?.Dispose();
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Finds the best paragraphs for a question.</summary>
    /// <exception cref="ArgumentException">The query is longer than <see cref="SearchRequest.MaxQueryLength"/>, or a number is out of its range.</exception>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        long started = Stopwatch.GetTimestamp();
        SearchResponse answer = _searcher.Search(request, cancellationToken);
        return answer with { TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3), Generation = Generation };
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
        List<Suggestion> suggestions = _variants.GetSuggester(cancellationToken).Complete(request.Text, request.Limit);
        return new SuggestResponse
        {
            Query = request.Text,
            Suggestions = suggestions,
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3),
            Generation = Generation,
        };
    }

    /// <summary>Closes the index; searches that run finish first.</summary>
    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }
}
