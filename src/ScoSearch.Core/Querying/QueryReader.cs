using System.Globalization;
using System.Text;

namespace ScoSearch.Core.Querying;

/// <summary>Goes through what was typed, sign by sign in any width, and counts what is limited. Not thread-safe.</summary>
internal sealed class QueryReader
{
    private readonly string _text;
    private readonly int _maxClauses;
    private int _clauses;

    /// <param name="text">What was typed.</param>
    /// <param name="errors">How to speak of mistakes in it.</param>
    /// <param name="maxClauses">Most words, phrases, patterns and conditions.</param>
    /// <exception cref="Searching.SearchException">It is too long.</exception>
    public QueryReader(string text, QueryErrors errors, int maxClauses)
    {
        _text = text;
        _maxClauses = maxClauses;
        Errors = errors;
        if (text.Length > QueryLimits.Length)
        {
            throw errors.TooLong(text.Length);
        }
    }

    public QueryErrors Errors { get; }

    /// <summary>Offset of the next character.</summary>
    public int At { get; private set; }

    /// <summary>Number of characters.</summary>
    public int Length => _text.Length;

    public bool IsAtEnd => At == _text.Length;

    /// <summary>The next character as it was typed; null at the end.</summary>
    public char? Typed => IsAtEnd ? null : _text[At];

    /// <summary>The next character in half width; a space for blanks and at the end.</summary>
    public char Sign => SignAt(At);

    /// <summary>A character in half width; a space for blanks, before the beginning and behind the end.</summary>
    public char SignAt(int offset) => offset >= 0 && offset < _text.Length ? QuerySigns.Fold(_text[offset]) : ' ';

    /// <summary>A character as it was typed; there must be one.</summary>
    public char TypedAt(int offset) => _text[offset];

    public bool IsBlankAt(int offset) => offset < 0 || offset >= _text.Length || QuerySigns.IsBlank(_text[offset]);

    public string Slice(int start, int end) => _text[start..end];

    public void Move(int count) => At += count;

    public void SkipBlanks()
    {
        while (!IsAtEnd && QuerySigns.IsBlank(_text[At]))
        {
            At++;
        }
    }

    /// <summary>Takes a sign, in any width, if it comes next.</summary>
    public bool TryRead(char sign)
    {
        bool isNext = !IsAtEnd && Sign == sign;
        At += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Takes a word or signs, in any width and, if wanted, case, if they come next. What follows is not looked at.</summary>
    public bool IsNext(string word, bool ignoreCase = false)
    {
        for (int i = 0; i < word.Length; i++)
        {
            char c = SignAt(At + i);
            if (c != word[i] && !(ignoreCase && char.ToUpperInvariant(c) == word[i]))
            {
                return false;
            }
        }

        return At + word.Length <= _text.Length;
    }

    /// <summary>Reads text in quotation marks, resolving backslashes.</summary>
    /// <param name="closes">Whether a character ends it.</param>
    /// <param name="closer">The missing character, for the error.</param>
    public string ReadQuoted(Func<char, bool> closes, string closer)
    {
        int start = At;
        char opener = _text[At++];
        StringBuilder content = new();
        while (!IsAtEnd)
        {
            char c = _text[At++];
            if (closes(c))
            {
                return content.ToString();
            }

            content.Append(QuerySigns.Fold(c) == '\\' && !IsAtEnd ? _text[At++] : c);
        }

        throw Errors.NotClosed(start, opener, closer);
    }

    /// <summary>Reads digits and a decimal point, in any width; null when none comes next.</summary>
    public double? ReadNumber()
    {
        StringBuilder digits = new();
        while (!IsAtEnd && Sign is (>= '0' and <= '9') or '.')
        {
            digits.Append(Sign);
            At++;
        }

        return double.TryParse(digits.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            ? value
            : null;
    }

    /// <summary>Counts a part of the query.</summary>
    /// <param name="start">Where it begins.</param>
    public void CountClause(int start)
    {
        if (++_clauses > _maxClauses)
        {
            throw Errors.TooComplex(start, "子句数", "clauses", _maxClauses);
        }
    }

    /// <summary>Checks how deep a parenthesis stands.</summary>
    public void CheckNesting(int depth, int start)
    {
        if (depth > QueryLimits.Nesting)
        {
            throw Errors.TooComplex(start, "括号层数", "parentheses inside one another", QueryLimits.Nesting);
        }
    }
}
