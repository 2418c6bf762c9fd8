namespace ScoSearch.Lucene.Index;

/// <summary>Read access to one segment. Immutable and thread-safe; the cursors it hands out are not.</summary>
/// <remarks>Every getter returns null when the segment has no such data for the field.</remarks>
public abstract class LeafReader
{
    /// <summary>Number of documents, deleted ones included.</summary>
    public abstract int MaxDoc { get; }

    /// <summary>Number of documents that are not deleted.</summary>
    public int NumDocs => LiveDocs?.LiveCount ?? MaxDoc;

    /// <summary>Which documents are not deleted; null when none is.</summary>
    public abstract LiveDocs? LiveDocs { get; }

    /// <summary>The fields of the segment.</summary>
    public abstract FieldInfos FieldInfos { get; }

    /// <summary>Terms of an indexed field.</summary>
    public abstract Terms? GetTerms(string field);

    /// <summary>Norms of an indexed field that keeps them.</summary>
    public abstract FieldNorms? GetNorms(string field);

    /// <summary>A new cursor over numeric doc values.</summary>
    public abstract NumericDocValues? GetNumericDocValues(string field);

    /// <summary>A new cursor over binary doc values.</summary>
    public abstract BinaryDocValues? GetBinaryDocValues(string field);

    /// <summary>A new cursor over sorted doc values.</summary>
    public abstract SortedDocValues? GetSortedDocValues(string field);

    /// <summary>A new cursor over sorted-set doc values.</summary>
    public abstract SortedSetDocValues? GetSortedSetDocValues(string field);

    /// <summary>A new cursor over sorted-numeric doc values.</summary>
    public abstract SortedNumericDocValues? GetSortedNumericDocValues(string field);

    /// <summary>Shows the stored fields of a document, in the order they were added, to a visitor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The doc id is not below <see cref="MaxDoc"/>.</exception>
    public abstract void VisitStoredFields(int docId, StoredFieldVisitor visitor);

    /// <summary>Reads all files and compares their checksums.</summary>
    /// <exception cref="Store.CorruptIndexException">A checksum differs.</exception>
    public abstract void CheckIntegrity();
}
