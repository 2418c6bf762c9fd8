using System.Text;
using ScoSearch.Lucene.Automata;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Automata;

public sealed class LevenshteinAutomatonTests(ITestOutputHelper output)
{
    // ASCII, two, three and four bytes in UTF-8.
    private const string Letters = "abé中文𠮷";

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Step_RandomWords_AcceptsExactlyTermsWithinDistance(int fixedSeed)
    {
        int seed = fixedSeed == 0 ? TestSeed.Next() : fixedSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        Random random = new(seed);
        for (int i = 0; i < 3000; i++)
        {
            string word = AutomatonRunner.RandomText(random, Letters, 7);
            string term = AutomatonRunner.RandomText(random, Letters, 7);
            int edits = random.Next(3);
            int prefix = random.Next(3);
            bool transpositions = random.Next(2) == 0;
            LevenshteinAutomaton automaton = new(word, edits, prefix, transpositions, 10_000);

            int state = AutomatonRunner.Run(automaton, term);

            int? expected = Distance(word, term, prefix, transpositions);
            bool accepts = state >= 0 && automaton.IsAccept(state);
            Assert.True(accepts == (expected <= edits), $"{word} {term} {edits} {prefix} {transpositions} {expected}");
            if (accepts)
            {
                Assert.Equal(expected, automaton.GetDistance(state));
            }
        }
    }

    [Fact]
    public void Step_BytesThatAreNotUtf8_AreRefused()
    {
        LevenshteinAutomaton automaton = new("ab", 2, 0, true, 100);

        Assert.Equal(-1, automaton.Step(automaton.Start, 0x80));
        Assert.Equal(-1, automaton.Step(automaton.Start, 0xFF));
        Assert.Equal(-1, automaton.Step(automaton.Step(automaton.Start, 0xE4), (byte)'a'));
    }

    // The distance table in full; swapped neighbours count once and are not edited further. Null when the prefix differs.
    private static int? Distance(string word, string term, int prefixLength, bool transpositions)
    {
        Rune[] a = [.. word.EnumerateRunes()], b = [.. term.EnumerateRunes()];
        int prefix = Math.Min(prefixLength, a.Length);
        if (b.Length < prefix || !a.Take(prefix).SequenceEqual(b.Take(prefix)))
        {
            return null;
        }

        a = a[prefix..];
        b = b[prefix..];
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                int best = i == 0 || j == 0 ? i + j : d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                best = i > 0 ? Math.Min(best, d[i - 1, j] + 1) : best;
                best = j > 0 ? Math.Min(best, d[i, j - 1] + 1) : best;
                if (transpositions && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, d[i - 2, j - 2] + 1);
                }

                d[i, j] = best;
            }
        }

        return d[a.Length, b.Length];
    }
}
