using System.Globalization;
using System.Text;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Lucene.Tests.Index.Damage;

/// <summary>Opens an index and uses all of it as a search application does.</summary>
internal static class IndexWalk
{
    private static readonly string[] Queries =
    [
        "(term body \"的\")", "(term id \"7\")", "(prefix title \"\")", "(wildcard body \"*中*\")", "(fuzzy tag \"t1\" 2 0 true)",
        "(phrase body 2 \"中国\" \"经济\")", "(bool (should (term body \"中国\")) (must (prefix freqs \"\")))", "(all)",
        "(termrange sorted \"s1\" \"s3\" true true)", "(prefix payloads \"\")",
    ];

    private static readonly string[] Sorts = ["(long num)", "(string sorted reverse)"];

    /// <summary>Searches with and without sorting, loads the documents found and reads all postings.</summary>
    /// <param name="directory">The index; disposed in the end.</param>
    /// <param name="verify">Whether the checksums of all files are verified first.</param>
    public static string Read(ByteBuffersDirectory directory, bool verify)
    {
        using (directory)
        {
            using DirectoryReader reader = DirectoryReader.Open(directory);
            if (verify)
            {
                foreach (LeafReaderContext leaf in reader.Leaves)
                {
                    leaf.Reader.CheckIntegrity();
                }
            }

            StringBuilder found = new();
            foreach (string query in Queries)
            {
                Search(reader, EngineQueries.Parse(query), null, found);
            }

            foreach (string sort in Sorts)
            {
                Search(reader, MatchAllDocsQuery.Instance, EngineSorts.Parse(sort), found);
            }

            ReadPostings(reader);
            return found.ToString();
        }
    }

    private static void Search(DirectoryReader reader, Query query, Sort? sort, StringBuilder found)
    {
        TopDocs top = new IndexSearcher(reader).Search(query, 20, new SearchOptions { Sort = sort });
        foreach (ScoreDoc hit in top.ScoreDocs)
        {
            Document document = reader.GetDocument(hit.Doc);
            found.Append(CultureInfo.InvariantCulture, $"{hit.Doc} {hit.Score} {document.Count}\n");
        }
    }

    private static void ReadPostings(DirectoryReader reader)
    {
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            foreach (FieldInfo field in leaf.Reader.FieldInfos)
            {
                TermsEnum? terms = leaf.Reader.GetTerms(field.Name)?.GetEnumerator();
                PostingsEnum? postings = null;
                while (terms?.MoveNext() == true)
                {
                    postings = terms.GetPostings(PostingsFlags.All, postings);
                    while (postings.NextDoc() != DocIdCursor.Exhausted)
                    {
                        for (int left = field.HasPositions ? postings.Freq : 0; left > 0; left--)
                        {
                            postings.NextPosition();
                            _ = postings.Payload.Length + postings.StartOffset;
                        }
                    }
                }
            }
        }
    }
}
