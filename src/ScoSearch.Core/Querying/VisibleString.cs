using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Querying;

/// <summary>A string as it may stand in a text, cut into bigrams, characters and runs of letters or digits. Immutable.</summary>
/// <remarks>
/// Its first and last element may be pieces of longer runs: <c>24年</c> stands in <c>2024年</c>. Such paragraphs are found too,
/// after those where both ends are ends of runs.
/// </remarks>
internal sealed class VisibleString
{
    // What stands there as typed, if only to its last character, comes before its parts. A constant: the term of a piece such as
    // all numbers that begin with 2 is so frequent that its own score would be next to nothing.
    private const float PieceScore = 10f;

    /// <summary>The score of one run alone that stands inside another: it says less.</summary>
    public const float InsideScore = 3f;

    private readonly string _field;
    private readonly List<(string Term, int Position)> _terms = [];
    private bool _beginsWithRun;
    private bool _endsWithRun;

    private VisibleString(string field) => _field = field;

    /// <summary>Number of terms.</summary>
    public int TermCount => _terms.Count;

    /// <summary>The one term; null when there are several.</summary>
    public string? OnlyTerm => _terms.Count == 1 ? _terms[0].Term : null;

    /// <summary>Whether it is one run of letters or digits and nothing else.</summary>
    public bool IsRun => _beginsWithRun && _terms.Count == 1;

    /// <summary>Cuts a text; null when there is nothing in it to look for.</summary>
    /// <param name="analysis">How paragraphs are cut.</param>
    /// <param name="field">A bigram field.</param>
    /// <param name="text">What was typed.</param>
    public static VisibleString? Read(ParagraphAnalysis analysis, string field, string text)
    {
        VisibleString read = new(field);
        TokenStream stream = analysis.ForQueries.GetTokenStream(field, text);
        int position = -1;
        while (stream.MoveNext())
        {
            position += stream.Token.PositionIncrement;
            read._endsWithRun = ReferenceEquals(stream.Token.Type, TokenTypes.AlphaNum);
            read._beginsWithRun |= read._endsWithRun && read._terms.Count == 0;
            read._terms.Add((stream.Token.Term.ToString(), position));
        }

        stream.End();
        return read._terms.Count == 0 ? null : read;
    }

    /// <summary>Notes its terms.</summary>
    /// <param name="terms">Takes them.</param>
    /// <param name="whole">Takes the one term, when it is all there is.</param>
    /// <param name="withPieces">Whether pieces of runs are looked for too.</param>
    public void AddTo(HashSet<string> terms, HashSet<string> whole, bool withPieces)
    {
        terms.UnionWith(_terms.Select(term => term.Term));
        if (OnlyTerm is { } only)
        {
            whole.Add(only);
        }

        if (withPieces && _beginsWithRun)
        {
            terms.Add(RunPieces.EndingTerm(_terms[0].Term));
        }

        if (withPieces && _endsWithRun)
        {
            terms.Add(RunPieces.BeginningTerm(_terms[^1].Term));
        }
    }

    /// <summary>The string with both ends where elements of the text end.</summary>
    public PhraseQuery Whole() => Phrase(_terms[0].Term, _terms[^1].Term);

    /// <summary>The string wherever it stands.</summary>
    public Query Anywhere()
    {
        if (!_beginsWithRun && !_endsWithRun)
        {
            return Whole();
        }

        string first = _terms[0].Term, last = _terms[^1].Term;
        List<Query> pieces = [];
        if (IsRun)
        {
            // What an ending begins with stands inside a run.
            pieces.Add(new PrefixQuery(new Term(_field, RunPieces.EndingTerm(first))));
            pieces.Add(new TermQuery(new Term(_field, RunPieces.BeginningTerm(first))));
        }
        else
        {
            if (_beginsWithRun)
            {
                pieces.Add(Phrase(RunPieces.EndingTerm(first), last));
            }

            if (_endsWithRun)
            {
                pieces.Add(Phrase(first, RunPieces.BeginningTerm(last)));
            }

            if (_beginsWithRun && _endsWithRun)
            {
                pieces.Add(Phrase(RunPieces.EndingTerm(first), RunPieces.BeginningTerm(last)));
            }
        }

        return new DisjunctionMaxQuery([Whole(), .. pieces.Select(piece => new BoostQuery(new ConstantScoreQuery(piece), IsRun ? InsideScore : PieceScore))], 0);
    }

    private PhraseQuery Phrase(string first, string last)
    {
        PhraseQuery.Builder phrase = new();
        for (int i = 0; i < _terms.Count; i++)
        {
            string term = i == 0 ? first : i == _terms.Count - 1 ? last : _terms[i].Term;
            phrase.Add(new Term(_field, term), _terms[i].Position);
        }

        return phrase.Build();
    }
}
