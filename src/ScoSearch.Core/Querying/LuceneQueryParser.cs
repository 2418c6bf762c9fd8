using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Querying;

/// <summary>Reads the <c>lucene</c> syntax. Not thread-safe; for one query.</summary>
/// <remarks>
/// <code>
/// sequence = { alternatives }                         side by side: optional, or required if the operator is And
/// alternatives = together { OR together }             also || and 或
/// together = marked { AND marked }                    also &amp;&amp; and 与
/// marked   = { "+" | "-" | "!" | NOT | 非 } clause
/// clause   = [ field ":" ] ( "(" sequence ")" | term ) [ "^" number ]
/// </code>
/// Terms are read by <see cref="LuceneTermParser"/>. Only parentheses recurse, and their depth is limited.
/// </remarks>
internal sealed class LuceneQueryParser
{
    private readonly QueryReader _reader;
    private readonly LuceneTermParser _terms;
    private readonly ClauseRole _sideBySide;

    private LuceneQueryParser(string text, ClauseRole sideBySide, int maxClauses)
    {
        _reader = new QueryReader(text, QueryErrors.OfQuery, maxClauses);
        _terms = new LuceneTermParser(_reader);
        _sideBySide = sideBySide;
    }

    /// <summary>Reads a query.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="sideBySide">What parts without an operator between them are needed for.</param>
    /// <param name="maxClauses">Most words, phrases, patterns and conditions.</param>
    /// <returns>The tree; null when there is nothing to look for.</returns>
    /// <exception cref="SearchException">The query is not well-formed or exceeds a limit.</exception>
    public static QueryNode? Parse(string text, QueryOperator sideBySide, int maxClauses = QueryLimits.Clauses)
    {
        ArgumentNullException.ThrowIfNull(text);
        LuceneQueryParser parser = new(text, sideBySide == QueryOperator.And ? ClauseRole.Required : ClauseRole.Optional, maxClauses);
        QueryNode? tree = parser.ParseSequence(null, 0);
        return parser._reader.IsAtEnd ? tree : throw parser.ExpectedClause();
    }

    private QueryNode? ParseSequence(QueryField? field, int depth)
    {
        int start = _reader.At;
        List<QueryClause> clauses = [];
        for (_reader.SkipBlanks(); !_reader.IsAtEnd && _reader.Sign != ')'; _reader.SkipBlanks())
        {
            clauses.Add(ParseAlternatives(field, depth));
        }

        return clauses.Count == 0 ? null : Join(clauses, start);
    }

    private QueryClause ParseAlternatives(QueryField? field, int depth)
    {
        int start = _reader.At;
        QueryClause first = ParseTogether(field, depth);
        if (!TryReadOr())
        {
            return first;
        }

        List<QueryClause> clauses = [AsAlternative(first)];
        do
        {
            clauses.Add(AsAlternative(ParseTogether(field, depth)));
        }
        while (TryReadOr());
        return new QueryClause(_sideBySide, Join(clauses, start));
    }

    private QueryClause ParseTogether(QueryField? field, int depth)
    {
        int start = _reader.At;
        QueryClause first = ParseMarked(field, depth);
        if (!TryReadAnd())
        {
            return first;
        }

        List<QueryClause> clauses = [AsRequired(first)];
        do
        {
            clauses.Add(AsRequired(ParseMarked(field, depth)));
        }
        while (TryReadAnd());
        return new QueryClause(_sideBySide, Join(clauses, start));
    }

    private QueryClause ParseMarked(QueryField? field, int depth)
    {
        ClauseRole role = _sideBySide;
        for (_reader.SkipBlanks(); ; _reader.SkipBlanks())
        {
            if (TryReadNot())
            {
                role = role == ClauseRole.Excluded ? ClauseRole.Required : ClauseRole.Excluded;
            }
            else if (_reader.TryRead('+'))
            {
                role = role == ClauseRole.Excluded ? role : ClauseRole.Required;
            }
            else
            {
                return new QueryClause(role, ParseClause(field, depth));
            }
        }
    }

    private QueryNode ParseClause(QueryField? field, int depth)
    {
        int start = _reader.At;
        if (_reader.IsAtEnd || IsWord("AND") || IsWord("OR") || _reader.IsNext("&&") || _reader.IsNext("||"))
        {
            throw ExpectedClause();
        }

        QueryField? named = _terms.TryReadField();
        QueryNode node = _reader.Sign == '(' ? ParseGroup(named ?? field, depth + 1) : _terms.ParseTerm(named ?? field);
        return _reader.TryRead('^') ? new BoostNode(node, _terms.ReadBoost(), new TextPlace(start, _reader.At)) : node;
    }

    private QueryNode ParseGroup(QueryField? field, int depth)
    {
        int start = _reader.At;
        char opener = _reader.Typed!.Value;
        _reader.CheckNesting(depth, start);
        _reader.Move(1);
        QueryNode? node = ParseSequence(field, depth);
        if (_reader.IsAtEnd)
        {
            throw _reader.Errors.NotClosed(start, opener, ")");
        }

        if (node is null)
        {
            throw ExpectedClause();
        }

        _reader.Move(1);
        return node;
    }

    private static QueryNode Join(List<QueryClause> clauses, int start) =>
        clauses is [{ Role: not ClauseRole.Excluded }]
            ? clauses[0].Node
            : new BooleanNode(clauses, new TextPlace(start, clauses[^1].Node.Place.End));

    private static QueryClause AsRequired(QueryClause clause) =>
        clause.Role == ClauseRole.Excluded ? clause : clause with { Role = ClauseRole.Required };

    // "a OR NOT b": what lacks b is an alternative of its own.
    private static QueryClause AsAlternative(QueryClause clause) => new(
        ClauseRole.Optional,
        clause.Role == ClauseRole.Excluded ? new BooleanNode([clause], clause.Node.Place) : clause.Node);

    private bool TryReadOr() => TryReadOperator("OR", "||", '或');

    private bool TryReadAnd() => TryReadOperator("AND", "&&", '与');

    private bool TryReadOperator(string word, string signs, char han)
    {
        _reader.SkipBlanks();
        int length = IsWord(word) ? word.Length : _reader.IsNext(signs) ? signs.Length : IsHanOperator(han) ? 1 : 0;
        _reader.Move(length);
        return length > 0;
    }

    private bool TryReadNot()
    {
        int length = IsWord("NOT") ? 3 : _reader.Sign is '-' or '!' || IsHanOperator('非') ? 1 : 0;
        _reader.Move(length);
        return length > 0;
    }

    // A word of the language is followed by a blank or a sign that begins another clause.
    private bool IsWord(string word) =>
        _reader.IsNext(word) && (_reader.IsBlankAt(_reader.At + word.Length) || _reader.SignAt(_reader.At + word.Length) is '(' or '"');

    // 与, 或 and 非 are parts of many words: they are operators only between blanks, and with something behind them.
    private bool IsHanOperator(char han)
    {
        if (_reader.Typed != han || !_reader.IsBlankAt(_reader.At - 1) || !_reader.IsBlankAt(_reader.At + 1))
        {
            return false;
        }

        int next = _reader.At + 1;
        while (_reader.IsBlankAt(next) && next < _reader.Length)
        {
            next++;
        }

        return next < _reader.Length && _reader.SignAt(next) != ')';
    }

    private SearchException ExpectedClause() =>
        _reader.Errors.Expected(_reader.At, "词、短语或“(”", "a word, a phrase or '('", _reader.Typed);
}
