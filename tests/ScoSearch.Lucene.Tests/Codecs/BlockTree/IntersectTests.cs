using ScoSearch.Lucene.Index;
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
        FieldInfo info = NaiveIndex.Field("f", 0, IndexOptions.DocsAndFreqs);
        List<byte[]> terms = [];
        for (int i = 0; i < count; i++)
        {
            terms.Add(NaiveFieldBuilder.RandomTerm(random, maxLength, alphabet));
        }

        NaiveField field = NaiveFieldBuilder.Build(random, info, 100, terms, _ => random.Next(1, 3));
        return NaiveIndex.WriteAndOpen(100, [field]).GetTerms("f")!;
    }
}
