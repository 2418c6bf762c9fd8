using System.Text;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Querying;

/// <summary>Reads single conditions of filters: a field, how it is compared, and with what. Not thread-safe.</summary>
internal sealed class FilterConditionParser(QueryReader reader)
{
    private const string Ends = "()=<>!,≠≤≥、'\"";

    private int _listValues;

    /// <summary>Whether a word of the language comes next, in any case and width.</summary>
    public bool IsWord(string word) => reader.IsNext(word, ignoreCase: true) && IsBorder(reader.At + word.Length);

    /// <summary>Whether a word may end before a character.</summary>
    public bool IsBorder(int at) => IsEnd(at);

    /// <summary>Reads a condition.</summary>
    /// <exception cref="SearchException">There is none, or it is wrong.</exception>
    public QueryNode Parse()
    {
        int start = reader.At;
        reader.CountClause(start);
        if (TryReadWord("EXISTS"))
        {
            reader.SkipBlanks();
            bool hasParenthesis = reader.TryRead('(');
            reader.SkipBlanks();
            QueryField named = ReadField();
            reader.SkipBlanks();
            return hasParenthesis && !reader.TryRead(')')
                ? throw reader.Errors.Expected(reader.At, "“)”", "')'", reader.Typed)
                : new ExistsNode(named, new TextPlace(start, reader.At));
        }

        QueryField field = ReadField();
        reader.SkipBlanks();
        bool isNegated = TryReadWord("NOT");
        reader.SkipBlanks();
        if (TryReadWord("EXISTS"))
        {
            return Negate(new ExistsNode(field, new TextPlace(start, reader.At)), isNegated);
        }

        if (TryReadWord("IN"))
        {
            return Negate(ParseList(field, start), isNegated);
        }

        return isNegated
            ? throw reader.Errors.Expected(reader.At, "“IN”或“EXISTS”", "'IN' or 'EXISTS'", reader.Typed)
            : ParseComparison(field, start);
    }

    private static QueryNode Negate(QueryNode node, bool isNegated) =>
        isNegated ? new BooleanNode([new QueryClause(ClauseRole.Excluded, node)], node.Place) : node;

    private bool TryReadWord(string word)
    {
        bool isNext = IsWord(word);
        reader.Move(isNext ? word.Length : 0);
        return isNext;
    }

    private QueryField ReadField()
    {
        int start = reader.At;
        int end = start;
        while (!IsEnd(end))
        {
            end++;
        }

        if (end == start)
        {
            throw reader.Errors.Expected(start, "字段名或“(”", "the name of a field or '('", reader.Typed);
        }

        reader.Move(end - start);
        return QueryField.Find(reader.Slice(start, end)) ?? throw reader.Errors.UnknownField(start);
    }

    private QueryNode ParseComparison(QueryField field, int start)
    {
        int at = reader.At;
        string comparison = ReadOperator();
        if (comparison is not ("=" or "!=") && !field.IsOrdered)
        {
            throw reader.Errors.BadUse(at, field, "比较大小", "compared by order");
        }

        (string value, TextPlace place) = ReadValue();
        RangeBound bound = new(value, comparison is "<=" or ">=", place);
        TextPlace whole = new(start, reader.At);
        return comparison switch
        {
            "=" => Equal(field, value, place),
            "!=" => Negate(Equal(field, value, place), isNegated: true),
            "<" or "<=" => new RangeNode(field, null, bound, whole),
            _ => new RangeNode(field, bound, null, whole),
        };
    }

    // A text has many words: it is asked whether the value stands in it.
    private static QueryNode Equal(QueryField field, string value, TextPlace place) =>
        field.Type == FieldKind.Text ? new PhraseNode(field, value, 0, place) : new ValueNode(field, value, place);

    private string ReadOperator()
    {
        (string Signs, string Meaning)[] operators =
            [("<=", "<="), (">=", ">="), ("<>", "!="), ("!=", "!="), ("==", "="), ("=", "="), ("<", "<"), (">", ">"), ("≠", "!="), ("≤", "<="), ("≥", ">=")];
        foreach ((string signs, string meaning) in operators)
        {
            if (reader.IsNext(signs))
            {
                reader.Move(signs.Length);
                return meaning;
            }
        }

        throw reader.Errors.Expected(
            reader.At, "=、!=、<、<=、>、>=、IN 或 EXISTS", "=, !=, <, <=, >, >=, IN or EXISTS", reader.Typed);
    }

    private BooleanNode ParseList(QueryField field, int start)
    {
        reader.SkipBlanks();
        int open = reader.At;
        char? opener = reader.Typed;
        if (!reader.TryRead('('))
        {
            throw reader.Errors.Expected(open, "“(”", "'('", opener);
        }

        List<QueryClause> values = [];
        do
        {
            (string value, TextPlace place) = ReadValue();
            values.Add(new QueryClause(ClauseRole.Optional, Equal(field, value, place)));
            if (++_listValues > QueryLimits.ListValues)
            {
                throw reader.Errors.TooComplex(place.Start, "列表中的值", "values in lists", QueryLimits.ListValues);
            }

            reader.SkipBlanks();
        }
        while (reader.TryRead(',') || reader.TryRead('、'));
        if (!reader.TryRead(')'))
        {
            throw reader.IsAtEnd
                ? reader.Errors.NotClosed(open, opener!.Value, ")")
                : reader.Errors.Expected(reader.At, "“,”或“)”", "',' or ')'", reader.Typed);
        }

        return new BooleanNode(values, new TextPlace(start, reader.At));
    }

    private (string Value, TextPlace Place) ReadValue()
    {
        reader.SkipBlanks();
        int start = reader.At;
        if (reader.Typed is char c && (QuerySigns.OpensPhrase(c) || c is '\'' or '‘' or '’'))
        {
            string quoted = c is '\'' or '‘' or '’'
                ? reader.ReadQuoted(end => end is '\'' or '’', c == '\'' ? "'" : "’")
                : reader.ReadQuoted(end => QuerySigns.ClosesPhrase(c, end), c == '「' ? "」" : c == '『' ? "』" : "\"");
            return (quoted, new TextPlace(start, reader.At));
        }

        StringBuilder value = new();
        while (!IsEnd(reader.At))
        {
            if (reader.Sign == '\\' && reader.At + 1 < reader.Length)
            {
                reader.Move(1);
            }

            value.Append(reader.Typed!.Value);
            reader.Move(1);
        }

        return value.Length > 0
            ? (value.ToString(), new TextPlace(start, reader.At))
            : throw reader.Errors.Expected(start, "一个值", "a value", reader.Typed);
    }

    private bool IsEnd(int at) =>
        reader.IsBlankAt(at)
        || Ends.Contains(reader.SignAt(at), StringComparison.Ordinal)
        || QuerySigns.OpensPhrase(reader.TypedAt(at))
        || reader.TypedAt(at) is '‘' or '’'
        || (reader.SignAt(at) is '&' or '|' && reader.SignAt(at) == reader.SignAt(at + 1));
}
