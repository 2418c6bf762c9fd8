using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs;

/// <summary>Which documents have a value: none, all, or those of an <see cref="IndexedDisi"/>. Immutable.</summary>
/// <remarks>
/// In a meta file: i64 offset (-2 none, -1 all, else file pointer), i64 length, i16 jump table entries, i8 rank power.
/// </remarks>
internal readonly record struct DocsWithField(long Offset, long Length, short JumpTableEntryCount, sbyte DenseRankPower)
{
    private const long NoneOffset = -2;
    private const long AllOffset = -1;

    public static DocsWithField None { get; } = new(NoneOffset, 0, -1, -1);

    public static DocsWithField All { get; } = new(AllOffset, 0, -1, -1);

    public bool IsNone => Offset == NoneOffset;

    public bool IsAll => Offset == AllOffset;

    /// <summary>Writes the set where it is neither empty nor complete.</summary>
    /// <param name="data">Gets the set.</param>
    /// <param name="docIds">Strictly ascending; empty for all documents when <paramref name="count"/> says so.</param>
    /// <param name="count">Number of documents with a value.</param>
    /// <param name="maxDoc">Number of documents of the segment.</param>
    public static DocsWithField Write(IndexOutput data, ReadOnlySpan<int> docIds, int count, int maxDoc)
    {
        if (docIds.IsEmpty ? count != 0 && count != maxDoc : docIds.Length != count)
        {
            throw new ArgumentException(
                $"{docIds.Length} doc ids do not fit {count} documents with values of {maxDoc}.", nameof(docIds));
        }

        if (count == 0)
        {
            return None;
        }

        CheckAscending(docIds, maxDoc);
        if (count == maxDoc)
        {
            return All;
        }

        long offset = data.Position;
        short entries = IndexedDisiWriter.Write(data, docIds);
        return new DocsWithField(offset, data.Position - offset, entries, IndexedDisi.WrittenRankPower);
    }

    /// <summary>Reads the four fields from a meta file.</summary>
    public static DocsWithField Read(IndexInput meta)
    {
        long at = meta.Position;
        DocsWithField docs = new(meta.ReadInt64(), meta.ReadInt64(), meta.ReadInt16(), (sbyte)meta.ReadByte());
        return docs.Offset >= NoneOffset && docs.Length >= 0
            ? docs
            : throw meta.Corrupt(at, "a set of documents", $"{docs.Length} bytes at {docs.Offset}");
    }

    /// <summary>Writes the four fields into a meta file.</summary>
    public void WriteMeta(IndexOutput meta)
    {
        meta.WriteInt64(Offset);
        meta.WriteInt64(Length);
        meta.WriteInt16(JumpTableEntryCount);
        meta.WriteByte((byte)DenseRankPower);
    }

    /// <summary>A new cursor over the documents.</summary>
    /// <param name="data">The data file.</param>
    /// <param name="maxDoc">Number of documents of the segment.</param>
    /// <param name="count">Number of documents with a value.</param>
    public DocSetCursor OpenCursor(IndexInput data, int maxDoc, int count) => this switch
    {
        { IsNone: true } => new DocSetCursor(0),
        { IsAll: true } => new DocSetCursor(maxDoc),
        _ => new DocSetCursor(new IndexedDisi(data, this, maxDoc, count)),
    };

    /// <summary>Demands that the number of documents fits the set.</summary>
    public void CheckCount(IndexInput meta, int count, int maxDoc)
    {
        bool fits = IsNone ? count == 0 : IsAll ? count == maxDoc : count > 0 && count <= maxDoc;
        if (!fits)
        {
            throw meta.Corrupt(meta.Position, $"a number of documents that fits {maxDoc}", $"{count}");
        }
    }

    private static void CheckAscending(ReadOnlySpan<int> docIds, int maxDoc)
    {
        int previous = -1;
        foreach (int docId in docIds)
        {
            if (docId <= previous || docId >= maxDoc)
            {
                throw new ArgumentException(
                    $"Doc id {docId} after {previous}: doc ids ascend and stay below {maxDoc}.", nameof(docIds));
            }

            previous = docId;
        }
    }
}
