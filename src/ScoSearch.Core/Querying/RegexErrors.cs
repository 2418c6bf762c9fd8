using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Querying;

/// <summary>Says in words what the engine has against a pattern.</summary>
internal static class RegexErrors
{
    /// <summary>A regular expression is not well-formed.</summary>
    /// <param name="error">What the engine found.</param>
    /// <param name="errors">How to speak of mistakes.</param>
    /// <param name="position">Where in the query.</param>
    /// <param name="found">What stands there; null for the end of the expression.</param>
    public static SearchException Describe(RegexpSyntaxException error, QueryErrors errors, int position, char? found)
    {
        string chinese = error.Expected switch
        {
            "the end of the pattern" => "表达式的结尾",
            "a range that does not end before it begins" => "由小到大的字符范围",
            "a number of at most nine digits" => "至多九位的数字",
            "a character" => "一个字符",
            _ => error.Expected,
        };
        return errors.Expected(position, "（正则表达式中）" + chinese, error.Expected + " (in a regular expression)", found);
    }

    /// <summary>A pattern or a whole query is too large for the engine.</summary>
    /// <param name="error">What the engine found.</param>
    /// <param name="errors">How to speak of mistakes.</param>
    /// <param name="start">Where the pattern stands; null when it is not known which one it is.</param>
    public static SearchException Describe(QueryTooComplexException error, QueryErrors errors, int? start)
    {
        (string chinese, string english) = error.Limit switch
        {
            QueryLimit.Clauses => ("子句数", "clauses"),
            QueryLimit.Nesting => ("括号层数", "parentheses inside one another"),
            QueryLimit.AutomatonStates => ("模式的自动机状态数", "automaton states of a pattern"),
            _ => ("一个模式匹配的词数", "terms for one pattern; begin it with more characters"),
        };
        return errors.TooComplex(start, chinese, english, error.Maximum);
    }
}
