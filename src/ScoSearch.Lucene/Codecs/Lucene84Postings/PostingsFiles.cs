using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>The open .doc, .pos and .pay of one file set. Immutable; the inputs are never moved, so threads may share them.</summary>
internal sealed class PostingsFiles
{
    /// <summary>Opens the files and checks headers and footers.</summary>
    /// <exception cref="CorruptIndexException">A header or footer is not valid.</exception>
    public PostingsFiles(SegmentReadState state, string suffix, IReadOnlyCollection<FieldInfo> fields)
    {
        MaxDoc = state.MaxDoc;
        Doc = Open(state, suffix, "doc", Lucene84PostingsFormat.DocCodec, Lucene84PostingsFormat.Version);
        if (fields.Any(f => f.HasPositions))
        {
            Pos = Open(state, suffix, "pos", Lucene84PostingsFormat.PosCodec, Lucene84PostingsFormat.Version);
            if (fields.Any(f => f.HasPayloads || f.HasOffsets))
            {
                Pay = Open(state, suffix, "pay", Lucene84PostingsFormat.PayCodec, Lucene84PostingsFormat.Version);
            }
        }
    }

    public int MaxDoc { get; }

    public IndexInput Doc { get; }

    /// <summary>Null when no field has positions.</summary>
    public IndexInput? Pos { get; }

    /// <summary>Null when no field has payloads or offsets.</summary>
    public IndexInput? Pay { get; }

    /// <summary>Opens one file of a set and checks header and footer.</summary>
    /// <exception cref="IndexFormatVersionException">The file has another version.</exception>
    public static IndexInput Open(
        SegmentReadState state, string suffix, string extension, string codec, int version)
    {
        IndexInput input = state.Directory.OpenInput(
            Lucene84PostingsFormat.FileName(state.SegmentName, suffix, extension));
        CodecUtil.CheckIndexHeader(input, codec, version, version, state.SegmentId, suffix);
        CodecUtil.CheckFooterStructure(input);
        return input;
    }

    /// <summary>Computes the checksums of all files.</summary>
    public void CheckIntegrity()
    {
        CodecUtil.VerifyChecksum(Doc);
        if (Pos is not null)
        {
            CodecUtil.VerifyChecksum(Pos);
        }

        if (Pay is not null)
        {
            CodecUtil.VerifyChecksum(Pay);
        }
    }
}
