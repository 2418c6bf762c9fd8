using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Decodes and checks the per-term postings metadata of terms dictionary blocks. Immutable and thread-safe.</summary>
internal sealed class MetadataDecoder(PostingsFiles files, FieldInfo field)
{
    private readonly bool _hasPositions = field.HasPositions;
    private readonly bool _hasPay = field.HasPayloads || field.HasOffsets;

    /// <summary>Decodes the metadata of the next term.</summary>
    /// <param name="reader">Stands on the term's metadata.</param>
    /// <param name="term">In: statistics of this term, the rest of the one before it in the block. Out: this term's.</param>
    public void Read(ref SpanReader reader, ref TermMetadata term)
    {
        long code = reader.ReadVInt64();
        if ((code & 1) == 0)
        {
            term.DocStart += code >>> 1;
            term.SingletonDocId = term.DocFreq == 1 ? reader.ReadVInt31() : -1;
        }
        else
        {
            long zigzag = code >>> 1;
            term.SingletonDocId += (int)(zigzag >>> 1) ^ -(int)(zigzag & 1);
        }

        if (_hasPositions)
        {
            term.PosStart += reader.ReadVInt64();
            if (_hasPay)
            {
                term.PayStart += reader.ReadVInt64();
            }
        }

        term.LastPosBlockOffset =
            _hasPositions && term.TotalTermFreq > Lucene84PostingsFormat.BlockSize ? reader.ReadVInt64() : -1;
        term.SkipOffset = term.DocFreq > Lucene84PostingsFormat.BlockSize ? reader.ReadVInt64() : -1;
        if (!IsPlausible(term))
        {
            throw reader.Corrupt("postings inside the files and the segment", "others");
        }
    }

    private bool IsPlausible(in TermMetadata term) =>
        (term.DocFreq == 1 ? (uint)term.SingletonDocId < (uint)files.MaxDoc : term.SingletonDocId == -1)
        && (ulong)term.DocStart <= (ulong)files.Doc.Length
        && (ulong)(term.SkipOffset + 1) <= (ulong)(files.Doc.Length - term.DocStart)
        && (!_hasPositions
            || (IsInside(term.PosStart, files.Pos)
                && (ulong)(term.LastPosBlockOffset + 1) <= (ulong)(files.Pos!.Length - term.PosStart)
                && (!_hasPay || IsInside(term.PayStart, files.Pay))));

    private static bool IsInside(long offset, IndexInput? file) =>
        file is not null && (ulong)offset <= (ulong)file.Length;
}
