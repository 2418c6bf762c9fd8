using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Querying;

/// <summary>Reads filters. Not thread-safe; for one filter.</summary>
/// <remarks>
/// <code>
/// any       = all { OR all }                          also || and 或
/// all       = one { AND one }                         also &amp;&amp;, 与 and 且
/// one       = { NOT } ( "(" any ")" | condition )     also ! and 非
/// condition = EXISTS field | field [ NOT ] EXISTS | field [ NOT ] IN "(" value { "," value } ")" | field operator value
/// operator  = "=" | "==" | "!=" | "&lt;&gt;" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "≠" | "≤" | "≥"
/// </code>
/// Words are read in any case, signs in any width. Only parentheses recurse, and their depth is limited.
/// </remarks>
internal sealed class FilterParser
{
    private readonly QueryReader _reader;
    private readonly FilterConditionParser _conditions;

    private FilterParser(string text, int maxClauses)
    {
        _reader = new QueryReader(text, QueryErrors.OfFilter, maxClauses);
        _conditions = new FilterConditionParser(_reader);
    }

    /// <summary>Reads a filter.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="maxClauses">Most conditions.</param>
    /// <returns>The tree; null when it is blank.</returns>
    /// <exception cref="SearchException">The filter is not well-formed or exceeds a limit.</exception>
    public static QueryNode? Parse(string text, int maxClauses = QueryLimits.Clauses)
    {
        ArgumentNullException.ThrowIfNull(text);
        FilterParser parser = new(text, maxClauses);
        parser._reader.SkipBlanks();
        if (parser._reader.IsAtEnd)
        {
            return null;
        }

        QueryNode tree = parser.ParseAny(0);
        return parser._reader.IsAtEnd
            ? tree
            : throw parser._reader.Errors.Expected(parser._reader.At, "“AND”、“OR”或结尾", "'AND', 'OR' or the end", parser._reader.Typed);
    }

    private QueryNode ParseAny(int depth) => ParseList(ClauseRole.Optional, "OR", "||", "或", () => ParseAll(depth));

    private QueryNode ParseAll(int depth) => ParseList(ClauseRole.Required, "AND", "&&", "与且", () => ParseOne(depth));

    private QueryNode ParseList(ClauseRole role, string word, string signs, string han, Func<QueryNode> parse)
    {
        QueryNode first = parse();
        List<QueryClause> clauses = [new QueryClause(role, first)];
        for (_reader.SkipBlanks(); TryReadOperator(word, signs, han); _reader.SkipBlanks())
        {
            clauses.Add(new QueryClause(role, parse()));
        }

        return clauses.Count == 1
            ? first
            : new BooleanNode(clauses, new TextPlace(first.Place.Start, clauses[^1].Node.Place.End));
    }

    private QueryNode ParseOne(int depth)
    {
        bool isNegated = false;
        _reader.SkipBlanks();
        int start = _reader.At;
        while (TryReadOperator("NOT", "!", "非"))
        {
            isNegated = !isNegated;
            _reader.SkipBlanks();
        }

        QueryNode node = _reader.Sign == '(' ? ParseGroup(depth + 1) : _conditions.Parse();
        return isNegated
            ? new BooleanNode([new QueryClause(ClauseRole.Excluded, node)], new TextPlace(start, node.Place.End))
            : node;
    }

    private QueryNode ParseGroup(int depth)
    {
        int start = _reader.At;
        char opener = _reader.Typed!.Value;
        _reader.CheckNesting(depth, start);
        _reader.Move(1);
        QueryNode node = ParseAny(depth);
        _reader.SkipBlanks();
        return _reader.TryRead(')') ? node
            : _reader.IsAtEnd ? throw _reader.Errors.NotClosed(start, opener, ")")
            : throw _reader.Errors.Expected(_reader.At, "“AND”、“OR”或“)”", "'AND', 'OR' or ')'", _reader.Typed);
    }

    private bool TryReadOperator(string word, string signs, string han)
    {
        int length = _conditions.IsWord(word) ? word.Length
            : _reader.IsNext(signs) ? signs.Length
            : _reader.Typed is char c && han.Contains(c, StringComparison.Ordinal) && _conditions.IsBorder(_reader.At + 1) ? 1
            : 0;
        _reader.Move(length);
        return length > 0;
    }
}
