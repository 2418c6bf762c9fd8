using System.Text;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Indexing;

/// <summary>Which documents an index holds, and from which contents they were made. Immutable; safe to share.</summary>
internal sealed class IndexContents
{
    private readonly Dictionary<string, DocumentEntry> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _documentsOfFile = new(StringComparer.Ordinal);

    private IndexContents()
    {
    }

    /// <summary>Nothing.</summary>
    public static IndexContents Empty { get; } = new();

    /// <summary>Documents by id.</summary>
    public IReadOnlyDictionary<string, DocumentEntry> Documents => _documents;

    /// <summary>Ids of the files with documents in the index.</summary>
    public IReadOnlyCollection<string> Files => _documentsOfFile.Keys;

    /// <summary>Ids of the documents of a file; empty when there are none.</summary>
    public IReadOnlyList<string> DocumentsOf(string fileId) =>
        _documentsOfFile.TryGetValue(fileId, out List<string>? documents) ? documents : [];

    /// <summary>Hash of the content a file's documents were made from, or null when it has none.</summary>
    public string? HashOf(string fileId) =>
        _documentsOfFile.TryGetValue(fileId, out List<string>? documents) ? _documents[documents[0]].Hash : null;

    /// <summary>Reads the contents. Cost: three columns of all paragraphs.</summary>
    public static IndexContents Read(IndexReader reader)
    {
        IndexContents contents = new();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            contents.AddSegment(leaf.Reader);
        }

        foreach ((string id, DocumentEntry entry) in contents._documents)
        {
            if (entry.FileId is string file)
            {
                if (!contents._documentsOfFile.TryGetValue(file, out List<string>? documents))
                {
                    contents._documentsOfFile.Add(file, documents = []);
                }

                documents.Add(id);
            }
        }

        return contents;
    }

    private void AddSegment(LeafReader segment)
    {
        if (segment.GetSortedDocValues(ParagraphFields.Document) is not SortedDocValues documents)
        {
            return;
        }

        SortedDocValues? files = segment.GetSortedDocValues(ParagraphFields.File);
        SortedDocValues? hashes = segment.GetSortedDocValues(ParagraphFields.Hash);
        LiveDocs? live = segment.LiveDocs;
        int[] paragraphs = new int[documents.ValueCount];
        (int File, int Hash)[] origins = new (int, int)[documents.ValueCount];
        for (int doc = documents.NextDoc(); doc != DocIdCursor.Exhausted; doc = documents.NextDoc())
        {
            if (live?.IsLive(doc) == false || paragraphs[documents.OrdValue]++ > 0)
            {
                continue;
            }

            origins[documents.OrdValue] = (
                files?.AdvanceExact(doc) == true ? files.OrdValue : -1,
                hashes?.AdvanceExact(doc) == true ? hashes.OrdValue : -1);
        }

        for (int ord = 0; ord < paragraphs.Length; ord++)
        {
            if (paragraphs[ord] > 0)
            {
                Add(Encoding.UTF8.GetString(documents.LookupOrd(ord)), paragraphs[ord], new DocumentOrigin(
                    Lookup(files, origins[ord].File), Lookup(hashes, origins[ord].Hash) ?? ""));
            }
        }
    }

    // A document of many paragraphs may lie in several segments.
    private void Add(string id, int paragraphs, DocumentOrigin origin) =>
        _documents[id] = new DocumentEntry(
            paragraphs + (_documents.TryGetValue(id, out DocumentEntry? known) ? known.Paragraphs : 0),
            origin.FileId,
            origin.Hash);

    private static string? Lookup(SortedDocValues? values, int ord) =>
        ord < 0 || values is null ? null : Encoding.UTF8.GetString(values.LookupOrd(ord));

    /// <summary>A document in the index. Immutable.</summary>
    /// <param name="Paragraphs">Number of paragraphs.</param>
    /// <param name="FileId">The file it was read from, or null.</param>
    /// <param name="Hash">Hash of the content it was made from.</param>
    internal sealed record DocumentEntry(int Paragraphs, string? FileId, string Hash);
}
