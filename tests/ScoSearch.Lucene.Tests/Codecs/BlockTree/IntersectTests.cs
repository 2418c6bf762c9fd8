using System.Text;
using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Tests.Automata;
using ScoSearch.Lucene.Tests.Codecs.Postings;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Codecs.BlockTree;

public sealed class IntersectTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(20, 4, 3)]
    [InlineData(3000, 6, 6)]
    [InlineData(5000, 12, 26)]
    [InlineData(20000, 4, 256)]
    public void Intersect_RandomPrefixes_AgreesWithTheFilter(int count, int maxLength, int alphabet)
    {
        Random random = TestRandom.Create(output, count);
        Terms terms = BuildTerms(random, count, maxLength, alphabet);
        for (int run = 0; run < 300; run++)
        {
            byte[] prefix = NaiveFieldBuilder.RandomTerm(random, 3, alphabet);
            AssertSame(terms, new PrefixAutomaton(prefix), RandomStart(random, maxLength, alphabet));
        }
    }

    [Theory]
    [InlineData(20, 4, 3)]
    [InlineData(3000, 6, 6)]
    [InlineData(5000, 12, 26)]
    public void Intersect_RandomAutomata_AgreesWithTheFilter(int count, int maxLength, int alphabet)
    {
        Random random = TestRandom.Create(output, count + 1);
        Terms terms = BuildTerms(random, count, maxLength, alphabet);
        for (int run = 0; run < 300; run++)
        {
            AssertSame(terms, RandomAutomaton(random, alphabet), RandomStart(random, maxLength, alphabet));
        }
    }

    [Theory]
    [InlineData(300, "ab中")]
    [InlineData(20000, "中国人民大会堂上海合作组织成员国元首理事会议abcdé𠮷")]
    public void Intersect_NearWords_AgreesWithTheFilter(int count, string letters)
    {
        Random random = TestRandom.Create(output, count + 2);
        Terms terms = BuildTerms(random, Enumerable.Range(0, count).Select(_ => RandomWord(random, letters, 5)));
        for (int run = 0; run < 200; run++)
        {
            // The first walks go without signatures, the others with them.
            LevenshteinAutomaton automaton = new(
                RandomWord(random, letters, 5), random.Next(3), random.Next(2), random.Next(2) == 0, 10_000);
            byte[] start = random.Next(2) == 0 ? [] : Encoding.UTF8.GetBytes(RandomWord(random, letters, 4));
            AssertSame(terms, automaton, start);
        }
    }

    [Fact]
    public void EndBehind_Term_LeavesOutOnlyWhatIsGreater()
    {
        Random random = TestRandom.Create(output, 7);
        const string Letters = "中国人民大会堂上海合作组织成员国元首";
        Terms terms = BuildTerms(random, Enumerable.Range(0, 5000).Select(_ => RandomWord(random, Letters, 4)));
        for (int run = 0; run < 100; run++)
        {
            LevenshteinAutomaton automaton = new(RandomWord(random, Letters, 3), 1, 0, true, 10_000);
            byte[] last = Encoding.UTF8.GetBytes(RandomWord(random, Letters, 3));
            TermsEnum bounded = terms.Intersect(automaton);
            bounded.EndBehind(last);

            Assert.Equal(UpTo(terms.Intersect(automaton), last), UpTo(bounded, last));
        }
    }

    private static List<string> UpTo(TermsEnum terms, byte[] last)
    {
        List<string> found = [];
        while (terms.MoveNext())
        {
            if (terms.Term.SequenceCompareTo(last) <= 0)
            {
                found.Add(Encoding.UTF8.GetString(terms.Term));
            }
        }

        return found;
    }

    private static string RandomWord(Random random, string letters, int maxLength) =>
        AutomatonRunner.RandomText(random, letters, maxLength - 1) + letters[random.Next(letters.Length - 2)];

    private static byte[] RandomStart(Random random, int maxLength, int alphabet) =>
        random.Next(2) == 0 ? [] : NaiveFieldBuilder.RandomTerm(random, maxLength, alphabet);

    private static void AssertSame(Terms terms, ITermAutomaton automaton, byte[] start)
    {
        TermsEnum expected = new AutomatonTermsEnum(terms.GetEnumerator(), automaton, start);
        TermsEnum actual = terms.Intersect(automaton, start);
        while (expected.MoveNext())
        {
            Assert.True(actual.MoveNext());
            Assert.Equal(expected.Term.ToArray(), actual.Term.ToArray());
            Assert.Equal(expected.DocFreq, actual.DocFreq);
            Assert.Equal(expected.TotalTermFreq, actual.TotalTermFreq);
        }

        Assert.False(actual.MoveNext());
    }

    private static TableAutomaton RandomAutomaton(Random random, int alphabet)
    {
        int states = random.Next(1, 6);
        byte[] letters = [.. Enumerable.Range('a', alphabet).Select(c => (byte)c)];
        int[,] next = new int[states, letters.Length];
        int dead = random.Next(1, 10);
        for (int s = 0; s < states; s++)
        {
            for (int l = 0; l < letters.Length; l++)
            {
                next[s, l] = random.Next(10) < dead ? -1 : random.Next(states);
            }
        }

        return new TableAutomaton(next, [.. Enumerable.Range(0, states).Select(_ => random.Next(2) == 0)], letters);
    }

    private static Terms BuildTerms(Random random, int count, int maxLength, int alphabet)
    {
        List<byte[]> terms = [];
        for (int i = 0; i < count; i++)
        {
            terms.Add(NaiveFieldBuilder.RandomTerm(random, maxLength, alphabet));
        }

        return BuildTerms(random, terms);
    }

    private static Terms BuildTerms(Random random, IEnumerable<string> terms) =>
        BuildTerms(random, terms.Select(Encoding.UTF8.GetBytes).ToList());

    private static Terms BuildTerms(Random random, List<byte[]> terms)
    {
        FieldInfo info = NaiveIndex.Field("f", 0, IndexOptions.DocsAndFreqs);
        NaiveField field = NaiveFieldBuilder.Build(random, info, 100, terms, _ => random.Next(1, 3));
        return NaiveIndex.WriteAndOpen(100, [field]).GetTerms("f")!;
    }
}
