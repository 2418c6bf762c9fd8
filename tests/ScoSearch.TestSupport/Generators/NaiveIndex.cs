namespace ScoSearch.TestSupport.Generators;

/// <summary>A model of an index: documents by id in the order in which they were added, and what was committed.</summary>
public sealed class NaiveIndex
{
    private List<(string Id, string Body)> _documents = [];
    private List<(string Id, string Body)> _committed = [];

    /// <summary>The live documents, committed or not, in the order of adding.</summary>
    public IReadOnlyList<(string Id, string Body)> Documents => _documents;

    /// <summary>The live documents of the last commit.</summary>
    public IReadOnlyList<(string Id, string Body)> Committed => _committed;

    /// <summary>Adds a document.</summary>
    public void Add(string id, string body) => _documents.Add((id, body));

    /// <summary>Deletes the documents of an id.</summary>
    public void Delete(string id) => _documents.RemoveAll(d => d.Id == id);

    /// <summary>Deletes the documents that have a word.</summary>
    public void DeleteByWord(string word) => _documents.RemoveAll(d => d.Body.Split(' ').Contains(word));

    /// <summary>Deletes everything.</summary>
    public void DeleteAll() => _documents.Clear();

    /// <summary>Makes the present state the committed one.</summary>
    public void Commit() => _committed = [.. _documents];

    /// <summary>Goes back to the committed state.</summary>
    public void Rollback() => _documents = [.. _committed];
}
