using System.Text;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Lucene.Automata;

/// <summary>Reads wildcard patterns: * for any string, ? for any code point, \ before a character taken as itself.</summary>
internal static class WildcardParser
{
    /// <exception cref="QueryTooComplexException">The pattern is too long.</exception>
    public static RegexpNode Parse(string pattern, RegexpFactory factory)
    {
        if (pattern.Length > RegexpParser.MaxPatternLength)
        {
            throw new QueryTooComplexException(QueryLimit.AutomatonStates, RegexpParser.MaxPatternLength);
        }

        List<RegexpNode> parts = [];
        bool isEscaped = false;
        foreach (Rune rune in pattern.EnumerateRunes())
        {
            if (!isEscaped && rune.Value == '\\')
            {
                isEscaped = true;
                continue;
            }

            parts.Add(isEscaped ? factory.Point(rune.Value) : rune.Value switch
            {
                '*' => factory.AnyString,
                '?' => factory.AnyPoint,
                _ => factory.Point(rune.Value),
            });
            isEscaped = false;
        }

        if (isEscaped)
        {
            parts.Add(factory.Point('\\'));
        }

        RegexpNode node = factory.Empty;
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            bool isRepeated = i > 0 && parts[i] == factory.AnyString && parts[i - 1] == factory.AnyString;
            node = isRepeated ? node : factory.Concat(parts[i], node);
        }

        return node;
    }
}
