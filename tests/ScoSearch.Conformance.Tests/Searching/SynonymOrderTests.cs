using System.Globalization;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Conformance.Tests.Searching;

/// <summary>Synonyms of many terms with boosts whose products do not add up exactly: the scores show the order in which
/// the reference adds them.</summary>
public sealed class SynonymOrderTests
{
    private const int Documents = 2000;
    private const int Queries = 150;
    private const int Words = 12;

    [LuceneFact]
    public void Search_OfManyUnevenSynonyms_GivesTheReferencesScoreBits()
    {
        using TemporaryFolder folder = new();
        Random random = TestSeed.NewRandom();
        EngineScript.Run(
            folder.Path,
            "(config (maxdocs 900))" + string.Concat(Enumerable.Range(0, Documents).Select(_ => Addition(random))) + "(commit)");
        using FSDirectory directory = FSDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        SearchComparison comparison = new(reader, folder.Path);

        for (int i = 0; i < Queries; i++)
        {
            string query = Query(random);
            string? difference = comparison.Difference(query, random.Next(1, 500), null, 1.2f, 0.75f);
            Assert.True(difference is null, $"{TestSeed.Hint}\n{difference}");
        }
    }

    private static string Addition(Random random) =>
        $"\n(add (text body \"{string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => Word(random)))}\"))";

    private static string Query(Random random)
    {
        string synonym = Synonym(random);
        return random.Next(5) switch
        {
            0 => $"(bool (must {synonym}) (should (term body \"{Word(random)}\")))",
            1 => $"(bool (should {synonym}) (should (term body \"{Word(random)}\")) (should {Synonym(random)}))",
            2 => $"(dismax 0.3 {synonym} (term body \"{Word(random)}\"))",
            _ => synonym,
        };
    }

    private static string Synonym(Random random)
    {
        IEnumerable<string> terms = Enumerable.Range(0, random.Next(3, 10)).Select(_ => Word(random)).Distinct()
            .Select(word => string.Create(CultureInfo.InvariantCulture, $"(\"{word}\" {1 - random.NextSingle():R})"));
        return $"(synonym body {string.Join(' ', terms)})";
    }

    // Small numbers are frequent.
    private static string Word(Random random) => $"w{Math.Min(random.Next(Words), random.Next(Words))}";
}
