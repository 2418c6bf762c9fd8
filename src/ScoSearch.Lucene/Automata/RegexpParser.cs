using System.Globalization;
using System.Text;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Lucene.Automata;

/// <summary>Reads regular expressions in Apache Lucene's syntax, with all its operators. Not thread-safe; for one pattern.</summary>
/// <remarks>
/// <code>
/// union  = inter [ "|" union ]          inter = concat [ "&amp;" inter ]      concat = repeat [ concat ]
/// repeat = compl { "?" | "*" | "+" | "{n}" | "{n,}" | "{n,m}" }            compl  = { "~" } class
/// class  = "[" [ "^" ] { char [ "-" char ] } "]" | simple
/// simple = "." | "#" (nothing) | "@" (any string) | '"' text '"' | "()" | "(" union ")" | "&lt;n-m&gt;" (decimal number) | char
/// char   = any other character, or "\" and any character
/// </code>
/// The whole term must match. Errors are <see cref="RegexpSyntaxException"/>s with the position in code points.
/// </remarks>
internal sealed class RegexpParser
{
    /// <summary>Longest pattern, in UTF-16 units: bounds the depth of derivation.</summary>
    public const int MaxPatternLength = 1000;

    private const int MaxNesting = 100;

    private readonly RegexpFactory _factory;
    private readonly int[] _pattern;
    private int _at;
    private int _depth;

    private RegexpParser(string pattern, RegexpFactory factory)
    {
        _factory = factory;
        _pattern = [.. pattern.EnumerateRunes().Select(rune => rune.Value)];
    }

    private bool IsAtEnd => _at == _pattern.Length;

    /// <exception cref="RegexpSyntaxException">The pattern is not well-formed.</exception>
    /// <exception cref="QueryTooComplexException">The pattern is too long or too deeply nested.</exception>
    public static RegexpNode Parse(string pattern, RegexpFactory factory)
    {
        if (pattern.Length > MaxPatternLength)
        {
            throw new QueryTooComplexException(QueryLimit.AutomatonStates, MaxPatternLength);
        }

        RegexpParser parser = new(pattern, factory);
        if (parser.IsAtEnd)
        {
            return factory.Empty;
        }

        RegexpNode node = parser.ParseUnion();
        return parser.IsAtEnd ? node : throw parser.Error("the end of the pattern");
    }

    private RegexpNode ParseUnion()
    {
        if (++_depth > MaxNesting)
        {
            throw new QueryTooComplexException(QueryLimit.Nesting, MaxNesting);
        }

        RegexpNode node = ParseIntersection();
        while (TryRead('|'))
        {
            node = _factory.Union(node, ParseIntersection());
        }

        _depth--;
        return node;
    }

    private RegexpNode ParseIntersection()
    {
        RegexpNode node = ParseConcat();
        while (TryRead('&'))
        {
            node = _factory.Intersection(node, ParseConcat());
        }

        return node;
    }

    private RegexpNode ParseConcat()
    {
        List<RegexpNode> parts = [ParseRepeat()];
        while (!IsAtEnd && !IsNext(')') && !IsNext('|') && !IsNext('&'))
        {
            parts.Add(ParseRepeat());
        }

        RegexpNode node = _factory.Empty;
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            node = _factory.Concat(parts[i], node);
        }

        return node;
    }

    private RegexpNode ParseRepeat()
    {
        RegexpNode node = ParseComplement();
        while (true)
        {
            if (TryRead('?'))
            {
                node = _factory.Repeat(node, 0, 1);
            }
            else if (TryRead('*'))
            {
                node = _factory.Repeat(node, 0, RegexpNode.Unbounded);
            }
            else if (TryRead('+'))
            {
                node = _factory.Repeat(node, 1, RegexpNode.Unbounded);
            }
            else if (TryRead('{'))
            {
                node = ParseCounts(node);
            }
            else
            {
                return node;
            }
        }
    }

    private RegexpNode ParseCounts(RegexpNode node)
    {
        int min = ParseInteger();
        int max = min;
        if (TryRead(','))
        {
            max = !IsAtEnd && IsDigit(_pattern[_at]) ? ParseInteger() : RegexpNode.Unbounded;
        }

        Expect('}');
        return max != RegexpNode.Unbounded && max < min ? _factory.Nothing : _factory.Repeat(node, min, max);
    }

    private RegexpNode ParseComplement()
    {
        int complements = 0;
        while (TryRead('~'))
        {
            complements++;
        }

        RegexpNode node = ParseClass();
        return complements % 2 == 0 ? node : _factory.Complement(node);
    }

    private RegexpNode ParseClass()
    {
        if (!TryRead('['))
        {
            return ParseSimple();
        }

        bool isNegated = TryRead('^');
        List<(int First, int Last)> ranges = [];
        do
        {
            int first = ParseChar();
            int last = TryRead('-') ? ParseChar() : first;
            if (last < first)
            {
                throw Error("a range that does not end before it begins");
            }

            ranges.Add((first, last));
        }
        while (!IsAtEnd && !IsNext(']'));
        Expect(']');
        return _factory.Class(isNegated ? Negate(ranges) : ranges);
    }

    private static IEnumerable<(int First, int Last)> Negate(List<(int First, int Last)> ranges)
    {
        int next = 0;
        foreach ((int first, int last) in ranges.Order())
        {
            if (first > next)
            {
                yield return (next, first - 1);
            }

            next = Math.Max(next, last + 1);
        }

        yield return (next, 0x10FFFF);
    }

    private RegexpNode ParseSimple()
    {
        if (TryRead('.'))
        {
            return _factory.AnyPoint;
        }

        if (TryRead('#'))
        {
            return _factory.Nothing;
        }

        if (TryRead('@'))
        {
            return _factory.AnyString;
        }

        if (TryRead('"'))
        {
            return ParseQuoted();
        }

        if (TryRead('<'))
        {
            return ParseInterval();
        }

        if (!TryRead('('))
        {
            return _factory.Point(ParseChar());
        }

        if (TryRead(')'))
        {
            return _factory.Empty;
        }

        RegexpNode node = ParseUnion();
        Expect(')');
        return node;
    }

    private RegexpNode ParseQuoted()
    {
        StringBuilder text = new();
        while (!IsAtEnd && !IsNext('"'))
        {
            text.Append(new Rune(_pattern[_at++]).ToString());
        }

        Expect('"');
        return _factory.Text(text.ToString());
    }

    private RegexpNode ParseInterval()
    {
        string first = ReadDigits();
        Expect('-');
        string last = ReadDigits();
        Expect('>');
        return DecimalInterval.Create(_factory, first, last);
    }

    private string ReadDigits()
    {
        int start = _at;
        while (!IsAtEnd && IsDigit(_pattern[_at]))
        {
            _at++;
        }

        // More digits than an int has are refused like any other non-number; named automata do not exist here.
        return _at > start && _at - start < 10
            ? string.Concat(_pattern[start.._at].Select(c => (char)c))
            : throw Error("a number of at most nine digits");
    }

    private int ParseInteger() => int.Parse(ReadDigits(), CultureInfo.InvariantCulture);

    private int ParseChar()
    {
        _ = TryRead('\\');
        return IsAtEnd ? throw Error("a character") : _pattern[_at++];
    }

    private static bool IsDigit(int c) => c is >= '0' and <= '9';

    private bool IsNext(char c) => !IsAtEnd && _pattern[_at] == c;

    private bool TryRead(char c)
    {
        bool isNext = IsNext(c);
        _at += isNext ? 1 : 0;
        return isNext;
    }

    private void Expect(char c)
    {
        if (!TryRead(c))
        {
            throw Error($"'{c}'");
        }
    }

    private RegexpSyntaxException Error(string expected) => new(expected, _at);
}
