using ScoSearch.Core.Variants;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Variants;

public sealed class PrefixTableTests
{
    [Theory]
    [InlineData("", 5)]
    [InlineData("a", 3)]
    [InlineData("ab", 2)]
    [InlineData("abc", 1)]
    [InlineData("abcd", 0)]
    [InlineData("b", 1)]
    [InlineData("z", 0)]
    public void Find_Prefix_GivesTheRowsThatBeginWithIt(string prefix, int expected)
    {
        string[] keys = ["ab", "abc", "a", "b", "上海"];
        PrefixTable table = PrefixTable.Create(keys.Length, i => keys[i]);

        (int from, int to) = table.Find(prefix);

        Assert.Equal(expected, to - from);
        Assert.All(Enumerable.Range(from, to - from), row =>
            Assert.StartsWith(prefix, keys[table.EntryAt(row)], StringComparison.Ordinal));
    }

    [Fact]
    public void Find_RandomKeys_AgreesWithAScan()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        string[] keys = [.. Enumerable.Range(0, 500).Select(_ => Word(random))];
        PrefixTable table = PrefixTable.Create(keys.Length, i => keys[i]);
        for (int i = 0; i < 200; i++)
        {
            string prefix = Word(random);

            (int from, int to) = table.Find(prefix);

            int[] found = [.. Enumerable.Range(from, to - from).Select(table.EntryAt).Order()];
            int[] expected = [.. Enumerable.Range(0, keys.Length)
                .Where(k => keys[k].Length > 0 && keys[k].StartsWith(prefix, StringComparison.Ordinal))];
            Assert.True(expected.SequenceEqual(found), $"seed {seed}, prefix '{prefix}'");
        }
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => "ab上\uD842"[random.Next(4)]));
}
