using ScoSearch.Conformance.Tests.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Dumps;

namespace ScoSearch.Conformance.Tests.Reading;

/// <summary>Indexes of every kind that the reference writes are read by the engine, with everything in them.</summary>
public sealed class ReferenceIndexTests
{
    private const int Seed = 20_240_601;

    private static readonly string[] KindNames =
    [
        "empty", "one", "docs127", "docs128", "docs129", "docs10k", "docs100k", "deletions", "fullydeleted",
        "manysegments", "forcemerged", "compound", "bestcompression", "tiered", "sparse", "points", "vectors",
        "longpostings", "binaryterms", "suffixes", "longterms", "options", "docvalues", "longdocuments", "widenorms",
    ];

    public static TheoryData<string> ReadableKinds => [.. KindNames];

    [LuceneTheory]
    [MemberData(nameof(ReadableKinds))]
    public void Dump_OfTheReferencesIndex_IsTheReferences(string kind)
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.BuildKind(folder.Path, kind, Seed);
        using FSDirectory directory = FSDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);

        Assert.Null(IndexDump.DifferenceToReference(reader, reader.CommitUserData, folder.Path, merged: false));
        Assert.Null(IndexDump.DifferenceToReference(reader, reader.CommitUserData, folder.Path, merged: true));
    }

    [LuceneFact]
    public void Kinds_OfTheReference_AreAllTested()
    {
        IEnumerable<string> kinds = LuceneJudge.Shared.Call("kinds").Where(r => r[1] == "readable").Select(r => r[0]);

        Assert.Equal(kinds.Order(), KindNames.Order());
    }

    [LuceneTheory]
    [InlineData("dvupdates")]
    [InlineData("softdeletes")]
    public void Open_OfAnIndexWithUnsupportedParts_IsRefusedClearly(string kind)
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.BuildKind(folder.Path, kind, Seed);
        using FSDirectory directory = FSDirectory.Open(folder.Path);

        Assert.Throws<UnsupportedIndexFeatureException>(() => DirectoryReader.Open(directory).Dispose());
    }

    [LuceneTheory]
    [InlineData("longpostings", "body", "all")]
    [InlineData("longpostings", "plain", "rep")]
    [InlineData("longpostings", "body", "rep")]
    [InlineData("longpostings", "body", "fifty")]
    [InlineData("longpostings", "tag", "t1")]
    [InlineData("docs10k", "body", "w20")]
    [InlineData("docs10k", "body", "中国")]
    public void Impacts_OfTheReferencesPostings_AreTheReferences(string kind, string field, string term)
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.BuildKind(folder.Path, kind, Seed);
        using FSDirectory directory = FSDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);

        string[] expected = [.. LuceneJudge.Shared.Call("impacts", folder.Path, field, term)
            .Where(IsKnown).Select(r => string.Join(' ', r))];

        Assert.True(expected.Length > 2);
        Assert.Subset(ImpactsOf(reader, new Term(field, term)).ToHashSet(), expected.ToHashSet());
    }

    // Of the first document and of the open last block the reference says "anything"; ours are narrower.
    private static bool IsKnown(string[] row) => row[4] != "2147483647:1";

    private static List<string> ImpactsOf(DirectoryReader reader, Term term)
    {
        List<string> rows = [];
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            Terms terms = leaf.Reader.GetTerms(term.Field)!;
            TermState state = terms.Find(term.Bytes)!;
            PostingsEnum walk = terms.GetPostings(state, PostingsFlags.Docs);
            PostingsEnum impacts = terms.GetPostings(state, PostingsFlags.Freqs);
            int count = 0;
            for (int docId = walk.NextDoc(); docId != DocIdCursor.Exhausted; docId = walk.NextDoc(), count++)
            {
                if (count % 128 == 0)
                {
                    impacts.AdvanceShallow(docId);
                    AddLevels(rows, leaf.Ord, docId, impacts);
                }
            }
        }

        return rows;
    }

    private static void AddLevels(List<string> rows, int segment, int docId, PostingsEnum impacts)
    {
        for (int level = 0; level < impacts.ImpactLevelCount; level++)
        {
            string bounds = string.Join(' ', impacts.GetImpacts(level).ToArray().Select(i => $"{i.Freq}:{i.Norm}"));
            rows.Add($"{segment} {docId} {level} {impacts.GetImpactDocIdUpTo(level)} {bounds}");
        }
    }

    [LuceneTheory]
    [InlineData("one", 60)]
    [InlineData("docs129", 150)]
    [InlineData("deletions", 300)]
    [InlineData("manysegments", 300)]
    [InlineData("compound", 100)]
    [InlineData("tiered", 200)]
    [InlineData("longpostings", 60)]
    [InlineData("docs10k", 200)]
    public void Search_OfTheReferencesIndex_GivesTheReferencesHits(string kind, int queries)
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.BuildKind(folder.Path, kind, Seed);

        SearchComparison.AssertEqual(folder.Path, queries, TestSeed.NewRandom(kind.Length));
    }
}
