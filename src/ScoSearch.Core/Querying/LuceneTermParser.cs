using System.Text;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Querying;

/// <summary>Reads the terms of the <c>lucene</c> syntax: words, phrases, patterns, ranges. Not thread-safe.</summary>
/// <remarks>
/// <code>
/// term   = word [ "~" [ edits ] ] | phrase [ "~" slop ] | "/" regular expression "/" | range
/// range  = ( "[" | "{" ) bound TO bound ( "]" | "}" )          bound = word | phrase | "*"
/// word   = any characters but blanks, quotation marks and ( ) [ ] { } : ^ ~; "\" takes the next one as itself; * and ? make a pattern
/// </code>
/// </remarks>
internal sealed class LuceneTermParser(QueryReader reader)
{
    private const string Ends = "()[]{}:^~\"";

    /// <summary>Reads a field name with its colon, if one comes next.</summary>
    /// <exception cref="SearchException">There is no such field.</exception>
    public QueryField? TryReadField()
    {
        int start = reader.At;
        int end = start;
        while (!IsWordEnd(end) && reader.SignAt(end) != '\\')
        {
            end++;
        }

        if (end == start || reader.SignAt(end) != ':')
        {
            return null;
        }

        string name = reader.Slice(start, end);
        reader.Move(end + 1 - start);
        reader.SkipBlanks();
        if (QueryField.Find(name) is { } field)
        {
            return field;
        }

        // As in Lucene, *:* stands for everything.
        return name is "*" or "＊" && reader.Sign == '*' ? null : throw reader.Errors.UnknownField(
            start, "冒号若是文字，请写作“\\:”或加引号。", " If the colon is text, write '\\:' or use quotation marks.");
    }

    /// <summary>Reads a term.</summary>
    /// <param name="field">The field it is of; null for the fields of the request.</param>
    /// <exception cref="SearchException">There is none, or it is wrong.</exception>
    public QueryNode ParseTerm(QueryField? field)
    {
        int start = reader.At;
        reader.CountClause(start);
        if (reader.Typed is char opener && QuerySigns.OpensPhrase(opener))
        {
            return ParsePhrase(field, opener);
        }

        return reader.Sign switch
        {
            '/' => ParseRegex(field),
            '[' or '{' => ParseRange(field),
            _ => ParseWord(field),
        };
    }

    /// <summary>Reads the number after <c>^</c>.</summary>
    public float ReadBoost()
    {
        int start = reader.At;
        return reader.ReadNumber() is > 0 and <= QueryLimits.Boost and double boost
            ? (float)boost
            : throw reader.Errors.OutOfRange(start, "权重（^ 之后）", "boost after '^'", $"> 0, <= {QueryLimits.Boost}");
    }

    private QueryNode ParsePhrase(QueryField? field, char opener)
    {
        int start = reader.At;
        string text = ReadPhrase(opener);
        TextPlace place = new(start, reader.At);
        if (field is { Grams: null })
        {
            return new ValueNode(field, text, place);
        }

        int slop = 0;
        int mark = reader.At;
        if (reader.TryRead('~'))
        {
            slop = reader.ReadNumber() is >= 0 and <= QueryLimits.Slop and double typed && typed == Math.Floor(typed)
                ? (int)typed
                : throw reader.Errors.OutOfRange(mark + 1, "短语的间隔（~ 之后）", "slop after '~'", $"0..{QueryLimits.Slop}");
        }

        return new PhraseNode(field, text, slop, place);
    }

    private string ReadPhrase(char opener)
    {
        string closer = opener switch { '「' => "」", '『' => "』", '﹁' => "﹂", '﹃' => "﹄", '"' => "\"", _ => "”" };
        return reader.ReadQuoted(c => QuerySigns.ClosesPhrase(opener, c), closer);
    }

    private PatternNode ParseRegex(QueryField? field)
    {
        int start = reader.At;
        StringBuilder expression = new();
        List<int> offsets = [];
        reader.Move(1);
        while (!reader.TryRead('/'))
        {
            if (reader.IsAtEnd)
            {
                throw reader.Errors.NotClosed(start, '/', "/");
            }

            // Of escapes only that of the slash is ours; the others are the expression's.
            bool isEscape = reader.Sign == '\\' && reader.At + 1 < reader.Length;
            if (isEscape && reader.SignAt(reader.At + 1) != '/')
            {
                Take('\\');
                Take(reader.Typed!.Value);
                continue;
            }

            reader.Move(isEscape ? 1 : 0);
            Take(reader.Sign == ' ' ? reader.Typed!.Value : reader.Sign);
        }

        offsets.Add(reader.At - 1);
        string text = Check(expression.ToString(), start);
        CheckRegex(text, offsets, start);
        return new PatternNode(field, text, IsRegex: true, new TextPlace(start, reader.At));

        void Take(char c)
        {
            expression.Append(c);
            offsets.Add(reader.At);
            reader.Move(1);
        }
    }

    private void CheckRegex(string expression, List<int> offsets, int start)
    {
        try
        {
            _ = new RegexpQuery(new Term("", expression));
        }
        catch (RegexpSyntaxException e)
        {
            int at = expression.EnumerateRunes().Take(e.Position).Sum(rune => rune.Utf16SequenceLength);
            throw RegexErrors.Describe(e, reader.Errors, offsets[at], at < expression.Length ? expression[at] : null);
        }
        catch (QueryTooComplexException e)
        {
            throw RegexErrors.Describe(e, reader.Errors, start);
        }
    }

    private RangeNode ParseRange(QueryField? field)
    {
        int start = reader.At;
        char opener = reader.Typed!.Value;
        if (field is null)
        {
            throw reader.Errors.Expected(
                start, "词或短语（范围之前要写字段，如 date:）", "a word or a phrase (a range needs a field before it, such as date:)", opener);
        }

        bool includesLower = reader.Sign == '[';
        reader.Move(1);
        RangeBound? lower = ReadBound(includesLower);
        reader.SkipBlanks();
        int length = reader.IsNext("TO") ? 2 : reader.Sign is '至' or '到' ? 1 : 0;
        if (length == 0)
        {
            throw reader.Errors.Expected(reader.At, "“TO”", "'TO'", reader.Typed);
        }

        reader.Move(length);
        RangeBound? upper = ReadBound(includes: true);
        reader.SkipBlanks();
        if (reader.Sign is not (']' or '}'))
        {
            throw reader.IsAtEnd
                ? reader.Errors.NotClosed(start, opener, includesLower ? "]" : "}")
                : reader.Errors.Expected(reader.At, "“]”或“}”", "']' or '}'", reader.Typed);
        }

        bool includesUpper = reader.Sign == ']';
        reader.Move(1);
        return new RangeNode(
            field, lower, upper is null ? null : upper with { IsIncluded = includesUpper }, new TextPlace(start, reader.At));
    }

    // Null for "*".
    private RangeBound? ReadBound(bool includes)
    {
        reader.SkipBlanks();
        int start = reader.At;
        string value = reader.Typed is char c && QuerySigns.OpensPhrase(c) ? ReadPhrase(c)
            : reader.IsNext("TO") && reader.IsBlankAt(start + 2) ? ""
            : ReadWord().Text;
        bool isOpen = reader.At - start == 1 && reader.SignAt(start) == '*';
        return value.Length == 0
            ? throw reader.Errors.Expected(start, "一个值或“*”", "a value or '*'", reader.Typed)
            : isOpen ? null : new RangeBound(value, includes, new TextPlace(start, reader.At));
    }

    private QueryNode ParseWord(QueryField? field)
    {
        int start = reader.At;
        (string text, string pattern, bool isPattern) = ReadWord();
        TextPlace place = new(start, reader.At);
        if (place.End == start)
        {
            throw reader.Errors.Expected(start, "词、短语或“(”", "a word, a phrase or '('", reader.Typed);
        }

        if (isPattern)
        {
            return pattern == "*" ? new ExistsNode(field, place) : new PatternNode(field, Check(pattern, start), IsRegex: false, place);
        }

        int mark = reader.At;
        if (reader.TryRead('~'))
        {
            double edits = reader.ReadNumber() ?? QueryLimits.Edits;
            return edits is 1 or 2
                ? new FuzzyNode(field, Check(text, start), (int)edits, place)
                : throw reader.Errors.OutOfRange(mark + 1, "模糊词的改动字数（~ 之后）", "number of edits after '~'", "1, 2");
        }

        return field is { Grams: null } ? new ValueNode(field, text, place) : new TextNode(field, text, place);
    }

    // The characters, and the same as a pattern in which those meant as themselves have a backslash.
    private (string Text, string Pattern, bool IsPattern) ReadWord()
    {
        StringBuilder text = new();
        StringBuilder pattern = new();
        bool isPattern = false;
        while (!IsWordEnd(reader.At))
        {
            char sign = reader.Sign;
            char typed = reader.Typed!.Value;
            reader.Move(1);
            if (sign is '*' or '?')
            {
                isPattern = true;
                text.Append(typed);
                pattern.Append(sign);
                continue;
            }

            if (sign == '\\')
            {
                typed = reader.Typed
                    ?? throw reader.Errors.Expected(reader.At, "“\\”之后的字符", "a character after '\\'", null);
                reader.Move(1);
                pattern.Append('\\');
            }

            text.Append(typed);
            pattern.Append(typed);
        }

        return (text.ToString(), pattern.ToString(), isPattern);
    }

    private bool IsWordEnd(int at) =>
        reader.IsBlankAt(at)
        || Ends.Contains(reader.SignAt(at), StringComparison.Ordinal)
        || QuerySigns.OpensPhrase(reader.TypedAt(at))
        || (reader.SignAt(at) is '&' or '|' && reader.SignAt(at) == reader.SignAt(at + 1));

    private string Check(string pattern, int start) => pattern.Length <= QueryLimits.PatternLength
        ? pattern
        : throw reader.Errors.TooComplex(start, "一个模式的字符数", "characters in one pattern", QueryLimits.PatternLength);
}
