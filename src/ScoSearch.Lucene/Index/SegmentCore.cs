using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Codecs.Norms;
using ScoSearch.Lucene.Codecs.StoredFields;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Index;

/// <summary>The open files of one segment, shared by all readers of it whatever their deletions. Immutable and
/// thread-safe.</summary>
/// <remarks>
/// Nothing needs closing: the mapped bytes live as long as somebody can reach them, so a cursor that outlives its
/// reader reads on. All files are opened at once;
/// deleting them afterwards does not disturb (POSIX).
/// </remarks>
internal sealed class SegmentCore
{
    private readonly Directory _files;

    private SegmentCore(SegmentInfo info, Directory files, FieldInfos fields)
    {
        Info = info;
        _files = files;
        FieldInfos = fields;
        SegmentReadState state = new(files, info.Name, info.Id, info.MaxDoc, fields);
        Stored = new StoredFieldsReader(state, StoredFieldsFormat.ModeOf(info));
        Postings = fields.HasPostings ? new PostingsReader(state) : null;
        Norms = fields.HasNorms ? new NormsReader(state) : null;
        DocValues = fields.HasDocValues ? new DocValuesReader(state) : null;
    }

    public SegmentInfo Info { get; }

    public FieldInfos FieldInfos { get; }

    public StoredFieldsReader Stored { get; }

    /// <summary>Null when no field is indexed.</summary>
    public PostingsReader? Postings { get; }

    /// <summary>Null when no field keeps norms.</summary>
    public NormsReader? Norms { get; }

    /// <summary>Null when no field has doc values.</summary>
    public DocValuesReader? DocValues { get; }

    /// <summary>Opens all files of a segment.</summary>
    /// <exception cref="Store.CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="System.IO.FileNotFoundException">A file is missing.</exception>
    public static SegmentCore Open(SegmentInfo info)
    {
        Directory files = CompoundFormat.OpenFiles(info);
        return new SegmentCore(info, files, FieldInfosFormat.Read(files, info.Name, info.Id));
    }

    /// <summary>Computes the checksums of all files and compares them with the footers.</summary>
    public void CheckIntegrity()
    {
        if (_files is CompoundDirectory compound)
        {
            compound.CheckIntegrity();
        }

        Stored.CheckIntegrity();
        Postings?.CheckIntegrity();
        Norms?.CheckIntegrity();
        DocValues?.CheckIntegrity();
    }
}
