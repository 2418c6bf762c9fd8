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
        (Doc, Version) = Open(
            state, suffix, "doc", Lucene84PostingsFormat.DocCodec, Lucene84PostingsFormat.VersionStart, Lucene84PostingsFormat.VersionCurrent);
        if (fields.Any(f => f.HasPositions))
        {
            (Pos, _) = Open(state, suffix, "pos", Lucene84PostingsFormat.PosCodec, Version, Version);
            if (fields.Any(f => f.HasPayloads || f.HasOffsets))
            {
                (Pay, _) = Open(state, suffix, "pay", Lucene84PostingsFormat.PayCodec, Version, Version);
            }
        }
    }

    public int MaxDoc { get; }

    public int Version { get; }

    public IndexInput Doc { get; }

    /// <summary>Null when no field has positions.</summary>
    public IndexInput? Pos { get; }

    /// <summary>Null when no field has payloads or offsets.</summary>
    public IndexInput? Pay { get; }

    /// <summary>Opens one file of a set and checks header and footer.</summary>
    public static (IndexInput Input, int Version) Open(
        SegmentReadState state, string suffix, string extension, string codec, int minVersion, int maxVersion)
    {
        IndexInput input = state.Directory.OpenInput(
            Lucene84PostingsFormat.FileName(state.SegmentName, suffix, extension));
        int version = CodecUtil.CheckIndexHeader(input, codec, minVersion, maxVersion, state.SegmentId, suffix);
        CodecUtil.CheckFooterStructure(input);
        return (input, version);
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
