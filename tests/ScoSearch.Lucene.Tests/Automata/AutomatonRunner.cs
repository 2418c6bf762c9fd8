using System.Text;
using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Tests.Automata;

/// <summary>Runs whole terms through automata.</summary>
internal static class AutomatonRunner
{
    /// <summary>State after a term, or -1.</summary>
    public static int Run(ITermAutomaton automaton, string term)
    {
        int state = automaton.Start;
        foreach (byte unit in Encoding.UTF8.GetBytes(term))
        {
            state = state < 0 ? state : automaton.Step(state, unit);
        }

        return state;
    }

    public static bool Accepts(ITermAutomaton automaton, string term) =>
        Run(automaton, term) is >= 0 and int state && automaton.IsAccept(state);

    public static bool RegexpAccepts(string pattern, string term)
    {
        RegexpFactory factory = new();
        return Accepts(new RegexpAutomaton(factory, RegexpParser.Parse(pattern, factory), 10_000), term);
    }

    public static string RandomText(Random random, string letters, int maxLength) =>
        string.Concat(Enumerable.Range(0, random.Next(maxLength + 1)).Select(_ => RandomRune(random, letters)));

    private static Rune RandomRune(Random random, string letters)
    {
        Rune[] runes = [.. letters.EnumerateRunes()];
        return runes[random.Next(runes.Length)];
    }
}
