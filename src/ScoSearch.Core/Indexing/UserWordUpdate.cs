using System.Diagnostics;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Core.Indexing;

/// <summary>Brings an index to other user words without building it anew. Thread-safe.</summary>
/// <remarks>
/// Only paragraphs that hold one of the changed words, in their text, title or section path, are analysed again; they are found
/// through the bigram fields and made from what the index stores, so that the source files are not needed. What stays of
/// an index built anew: a word can also be evidence for joining lines of a damaged text, which happens when files are read.
/// </remarks>
public static class UserWordUpdate
{
    private const double RamBufferSizeInMegabytes = 64;

    /// <summary>Analyses the paragraphs anew that hold words in which two dictionaries differ, and commits.</summary>
    /// <param name="indexPath">Folder of the index.</param>
    /// <param name="before">The dictionaries the index was built with.</param>
    /// <param name="after">The user words from now on.</param>
    /// <param name="cancellation">Ends the change early; the index stays as it was.</param>
    /// <returns>What was done; nothing when the index has these words already.</returns>
    /// <exception cref="IndexNotFoundException">The folder holds no index.</exception>
    /// <exception cref="IndexMismatchException">The index was built with neither words.</exception>
    /// <exception cref="LockObtainFailedException">Somebody else writes to the index.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>
    /// Cost: a search for each changed word, the analysis of the paragraphs found, and one commit. As after any change, the
    /// statistics that scores rest on count replaced paragraphs until their segments are merged.
    /// </remarks>
    public static UserWordChange Apply(
        string indexPath, DictionarySet before, UserWords after, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        long started = Stopwatch.GetTimestamp();
        ParagraphAnalysis analysis = new(before with { Words = after });
        using FSDirectory directory = IndexFolder.Open(indexPath);
        string[] words = Differences(before.Words, after);
        int paragraphs = 0;
        using (DirectoryReader reader = DirectoryReader.Open(directory))
        {
            if (reader.CommitUserData.GetValueOrDefault(IndexCommitData.WordsKey) == after.Fingerprint)
            {
                IndexCommitData.Check(reader.CommitUserData, analysis, indexPath);
                words = [];
            }
        }

        if (words.Length > 0)
        {
            paragraphs = Change(directory, indexPath, new ParagraphAnalysis(before), analysis, words, cancellation);
        }

        return new UserWordChange
        {
            Words = words.Length,
            Paragraphs = paragraphs,
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
    }

    private static string[] Differences(UserWords before, UserWords after) =>
        [.. before.Words.Except(after.Words).Concat(after.Words.Except(before.Words)).Select(word => word.Text).Distinct(StringComparer.Ordinal)];

    private static int Change(
        FSDirectory directory,
        string indexPath,
        ParagraphAnalysis before,
        ParagraphAnalysis after,
        string[] words,
        CancellationToken cancellation)
    {
        // The lock comes first: what is read below must not change before it is written back.
        using IndexWriter writer = new(directory, new IndexWriterConfig(after.ForIndexing)
        {
            OpenMode = OpenMode.CreateOrAppend,
            RamBufferSizeMB = RamBufferSizeInMegabytes,
            CommitOnClose = false,
        });
        using DirectoryReader reader = DirectoryReader.Open(directory);
        IndexCommitData.Check(reader.CommitUserData, before, indexPath);
        StoredParagraphs stored = new(reader, new ParagraphSchema(after));
        int count = 0;
        foreach (int docId in FindParagraphs(reader, words, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            Document paragraph = stored.Analyze(docId);
            writer.UpdateDocument(new Term(ParagraphFields.Id, paragraph.Get(ParagraphFields.Id)!), paragraph);
            count++;
        }

        writer.SetCommitUserData(IndexCommitData.Create(after, TimeProvider.System.GetUtcNow()));
        writer.Commit();
        return count;
    }

    // In the order of the index, which neighbours of a document keep.
    private static SortedSet<int> FindParagraphs(DirectoryReader reader, string[] words, CancellationToken cancellation)
    {
        IndexSearcher searcher = new(reader);
        SortedSet<int> found = [];
        foreach (string word in words)
        {
            Query query = WordOccurrences.QueryFor(word);
            int count = (int)searcher.Count(query, cancellation);
            if (count > 0)
            {
                found.UnionWith(searcher.Search(query, count, cancellation: cancellation).ScoreDocs.Select(hit => hit.Doc));
            }
        }

        return found;
    }
}
