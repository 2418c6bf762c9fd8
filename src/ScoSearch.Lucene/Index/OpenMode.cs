namespace ScoSearch.Lucene.Index;

/// <summary>What an <see cref="IndexWriter"/> does with an index that exists or not.</summary>
public enum OpenMode
{
    /// <summary>Opens the index, or creates an empty one.</summary>
    CreateOrAppend,

    /// <summary>Starts empty; an existing index is replaced by the first commit and stays readable until
    /// then.</summary>
    Create,

    /// <summary>Opens the index; fails when there is none.</summary>
    Append,
}
