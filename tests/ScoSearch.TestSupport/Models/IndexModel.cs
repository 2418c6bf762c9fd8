using System.Globalization;
using System.Text;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport.Models;

/// <summary>What an index should hold, kept in the simplest way: a list of documents, each an id, a text and a number.
/// Not thread-safe.</summary>
public sealed class IndexModel
{
    private List<(string Id, string Text)> _documents = [];

    /// <summary>Number of documents.</summary>
    public int Count => _documents.Count;

    /// <summary>The ids, in order.</summary>
    public IReadOnlyList<string> Ids => _documents.ConvertAll(document => document.Id);

    /// <summary>A document as the index under test gets it.</summary>
    public static Document ToDocument(string id, string text) =>
    [
        new StringField("id", id, stored: true),
        new TextField("body", text, stored: true),
        new NumericDocValuesField("length", text.Length),
        new SortedDocValuesField("first", text.Split(' ')[0]),
    ];

    /// <summary>A copy that later changes do not touch.</summary>
    public IndexModel Snapshot() => new() { _documents = [.. _documents] };

    /// <summary>Adds a document.</summary>
    public void Add(string id, string text) => _documents.Add((id, text));

    /// <summary>Deletes all documents of an id.</summary>
    public void Delete(string id) => _documents.RemoveAll(document => document.Id == id);

    /// <summary>Deletes all documents whose text contains a word.</summary>
    public void DeleteByWord(string word) => _documents.RemoveAll(document => document.Text.Split(' ').Contains(word));

    /// <summary>Deletes everything.</summary>
    public void Clear() => _documents.Clear();

    /// <summary>Everything the model knows, one line a fact, sorted: comparable with
    /// <see cref="Describe(IndexReader)"/>.</summary>
    public string Describe()
    {
        List<string> facts = [];
        foreach ((string id, string text) in _documents)
        {
            string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            facts.Add($"stored {id} = {text}");
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"length {id} = {text.Length}"));
            facts.Add($"first {id} = {text.Split(' ')[0]}");
            facts.Add($"term id:{id} in {id}");
            foreach (
                IGrouping<string,
                int> word in Enumerable.Range(0, words.Length).GroupBy(i => words[i], StringComparer.Ordinal))
            {
                facts.Add($"term body:{word.Key} in {id} at {string.Join(",", word)}");
            }
        }

        return Join(facts);
    }

    /// <summary>Everything a reader says about its live documents.</summary>
    public static string Describe(IndexReader reader)
    {
        List<string> facts = [];
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            string[] ids = ReadIds(leaf.Reader);
            DescribeDocuments(leaf.Reader, ids, facts);
            DescribeTerms(leaf.Reader, "id", ids, facts);
            DescribeTerms(leaf.Reader, "body", ids, facts);
        }

        return Join(facts);
    }

    private static string[] ReadIds(LeafReader reader)
    {
        string[] ids = new string[reader.MaxDoc];
        for (int docId = 0; docId < ids.Length; docId++)
        {
            ids[docId] = IsLive(reader, docId) ? Stored(reader, docId).Get("id")! : string.Empty;
        }

        return ids;
    }

    private static void DescribeDocuments(LeafReader reader, string[] ids, List<string> facts)
    {
        NumericDocValues? lengths = reader.GetNumericDocValues("length");
        SortedDocValues? firsts = reader.GetSortedDocValues("first");
        for (int docId = 0; docId < reader.MaxDoc; docId++)
        {
            if (!IsLive(reader, docId))
            {
                continue;
            }

            facts.Add($"stored {ids[docId]} = {Stored(reader, docId).Get("body")}");
            if (lengths is not null && lengths.AdvanceExact(docId))
            {
                facts.Add(string.Create(CultureInfo.InvariantCulture, $"length {ids[docId]} = {lengths.LongValue}"));
            }

            if (firsts is not null && firsts.AdvanceExact(docId))
            {
                facts.Add($"first {ids[docId]} = {Encoding.UTF8.GetString(firsts.LookupOrd(firsts.OrdValue))}");
            }
        }
    }

    private static void DescribeTerms(LeafReader reader, string field, string[] ids, List<string> facts)
    {
        if (reader.GetTerms(field) is not Terms terms)
        {
            return;
        }

        TermsEnum cursor = terms.GetEnumerator();
        PostingsEnum? postings = null;
        while (cursor.MoveNext())
        {
            string term = Encoding.UTF8.GetString(cursor.Term);
            postings = cursor.GetPostings(PostingsFlags.Positions, postings);
            for (int docId = postings.NextDoc(); docId != DocIdCursor.Exhausted; docId = postings.NextDoc())
            {
                if (IsLive(reader, docId))
                {
                    facts.Add($"term {field}:{term} in {ids[docId]}{Positions(postings, terms.Field.HasPositions)}");
                }
            }
        }
    }

    private static string Positions(PostingsEnum postings, bool indexed)
    {
        if (!indexed)
        {
            return string.Empty;
        }

        int[] positions = new int[postings.Freq];
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = postings.NextPosition();
        }

        return " at " + string.Join(",", positions);
    }

    private static Document Stored(LeafReader reader, int docId)
    {
        DocumentStoredFieldVisitor visitor = new();
        reader.VisitStoredFields(docId, visitor);
        return visitor.Document;
    }

    private static bool IsLive(LeafReader reader, int docId) => reader.LiveDocs?.IsLive(docId) ?? true;

    private static string Join(List<string> facts)
    {
        facts.Sort(StringComparer.Ordinal);
        return string.Join('\n', facts);
    }
}
