using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Core.Suggesting;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Variants;

/// <summary>What is made from the words of a snapshot when it is first asked for, and kept as long as the snapshot. Thread-safe.</summary>
/// <remarks>
/// Reading the vocabulary costs seconds on a large index, and one more document hardly changes it: a later snapshot that is
/// nearly as large takes over what was made. Completions may then lag behind the texts a little; searching never does.
/// </remarks>
internal sealed class SnapshotVariants
{
    // A snapshot whose number of paragraphs differs by more than this share reads the vocabulary anew.
    private const double MaxDifference = 0.05;

    private readonly IndexReader _reader;
    private readonly ParagraphAnalysis _analysis;
    private readonly QueryCorrector _corrector;

    // Guards the making: the first who asks makes it, others wait. One who gives up leaves nothing half made.
    private readonly Lock _making = new();
    private PinyinIndex? _words;

    // Paragraphs of the snapshot whose vocabulary was read.
    private int _wordsParagraphs;
    private Suggester? _suggester;
    private PinyinResolver? _resolver;
    private NearWords? _nearWords;

    /// <param name="reader">The snapshot.</param>
    /// <param name="analysis">What it was built with.</param>
    /// <param name="earlier">Of an earlier snapshot of the same index, or null.</param>
    public SnapshotVariants(IndexReader reader, ParagraphAnalysis analysis, SnapshotVariants? earlier = null)
    {
        _reader = reader;
        _analysis = analysis;
        if (earlier is not null && earlier._analysis == analysis)
        {
            TakeOver(earlier);
        }

        IndexTerms terms = new(reader);
        SynonymFinder synonyms = new(analysis.Dictionaries.Synonyms);
        _corrector = new QueryCorrector(
            new HanCorrector(terms, cancellation => Get(ref _nearWords, words => new NearWords(words), cancellation)),
            new LatinCorrector(terms, synonyms, cancellation => Get(ref _resolver, words => new PinyinResolver(words), cancellation)));
    }

    /// <summary>Completes what is typed; the first call reads the vocabulary.</summary>
    /// <exception cref="OperationCanceledException">The making was cancelled.</exception>
    public Suggester GetSuggester(CancellationToken cancellation) =>
        Get(ref _suggester, words => new Suggester(words), cancellation);

    /// <summary>What was probably meant by a query; the first one with unknown words reads the vocabulary.</summary>
    /// <returns>Null when nothing else was.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public QueryCorrection? Correct(string query, CancellationToken cancellation) => _corrector.Correct(query, cancellation);

    private void TakeOver(SnapshotVariants earlier)
    {
        lock (earlier._making)
        {
            if (Math.Abs(_reader.NumDocs - earlier._wordsParagraphs) <= MaxDifference * _reader.NumDocs)
            {
                _words = earlier._words;
                _wordsParagraphs = earlier._wordsParagraphs;
                _suggester = earlier._suggester;
                _resolver = earlier._resolver;
                _nearWords = earlier._nearWords;
            }
        }
    }

    private T Get<T>(ref T? made, Func<PinyinIndex, T> make, CancellationToken cancellation)
        where T : class
    {
        if (Volatile.Read(ref made) is { } known)
        {
            return known;
        }

        lock (_making)
        {
            if (made is null)
            {
                if (_words is null)
                {
                    _words = new PinyinIndex(Vocabulary.Read(_reader, _analysis, cancellation));
                    _wordsParagraphs = _reader.NumDocs;
                }

                Volatile.Write(ref made, make(_words));
            }

            return made;
        }
    }
}
