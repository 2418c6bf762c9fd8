using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Fst;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Opens .tim, .tip and .tmd of one file set and reads the field table. Immutable and thread-safe.</summary>
internal sealed class TermsDictReader
{
    private readonly IndexInput _terms;
    private readonly IndexInput _index;
    private readonly PostingsFiles _files;
    private readonly FieldInfos _fieldInfos;
    private readonly List<FieldTerms> _fields = [];

    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    public TermsDictReader(SegmentReadState state, string suffix, PostingsFiles files)
    {
        _files = files;
        _fieldInfos = state.FieldInfos;
        _terms = Open(state, suffix, "tim", BlockTreeFormat.TermsCodec);
        _index = Open(state, suffix, "tip", BlockTreeFormat.IndexCodec);
        IndexInput meta = Open(state, suffix, "tmd", BlockTreeFormat.MetaCodec);
        CodecUtil.VerifyChecksum(meta);
        CheckPostingsHeader(meta, state, suffix);
        ReadFields(meta);
        CheckLength(meta, _index);
        CheckLength(meta, _terms);
        CodecUtil.CheckAtFooter(meta);
    }

    /// <summary>Fields that have terms.</summary>
    public IReadOnlyList<FieldTerms> Fields => _fields;

    /// <summary>Computes the checksums of all files of the set; .tmd was verified when it was opened.</summary>
    public void CheckIntegrity()
    {
        CodecUtil.VerifyChecksum(_terms);
        CodecUtil.VerifyChecksum(_index);
        _files.CheckIntegrity();
    }

    private static IndexInput Open(SegmentReadState state, string suffix, string extension, string codec) =>
        PostingsFiles.Open(state, suffix, extension, codec, BlockTreeFormat.Version);

    private static void CheckPostingsHeader(IndexInput input, SegmentReadState state, string suffix)
    {
        CodecUtil.CheckIndexHeader(
            input, Lucene84PostingsFormat.TermsCodec, Lucene84PostingsFormat.Version, Lucene84PostingsFormat.Version,
            state.SegmentId, suffix);
        long at = input.Position;
        int blockSize = input.ReadVInt32();
        if (blockSize != Lucene84PostingsFormat.BlockSize)
        {
            throw input.Corrupt(at, "postings blocks of 128", $"{blockSize}");
        }
    }

    private void ReadFields(IndexInput table)
    {
        HashSet<int> seen = [];
        for (int left = table.ReadCount("fields", bytesPerItem: 8); left > 0; left--)
        {
            long at = table.Position;
            FieldEntry entry = ReadEntry(table);
            if (!seen.Add(entry.Field.Number))
            {
                throw table.Corrupt(at, "each field once", $"field {entry.Field.Number} again");
            }

            FstReader fst = ReadFst(table, table.ReadVInt64());
            DictSource source = new(
                _terms, entry.TermCount, _files.MaxDoc, entry.Field.HasFreqs, new MetadataDecoder(_files, entry.Field));
            _fields.Add(new FieldTerms(entry, fst, _index, source, _files));
        }
    }

    private FieldEntry ReadEntry(IndexInput table)
    {
        long at = table.Position;
        int number = table.ReadVInt32();
        FieldInfo field = _fieldInfos.Find(number) is { } known && known.IndexOptions != IndexOptions.None
            ? known
            : throw table.Corrupt(at, "the number of an indexed field", $"{number}");
        long termCount = table.ReadVInt64();
        byte[] rootCode = ReadByteBlock(table, "the root code");
        long sumTotalTermFreq = field.HasFreqs ? table.ReadVInt64() : -1;
        long sumDocFreq = table.ReadVInt64();
        int docCount = table.ReadVInt32();
        byte[] minTerm = ReadByteBlock(table, "the smallest term");
        byte[] maxTerm = ReadByteBlock(table, "the largest term");
        if (sumTotalTermFreq < 0)
        {
            sumTotalTermFreq = sumDocFreq;
        }

        if (termCount <= 0
            || docCount < 0
            || docCount > _files.MaxDoc
            || sumDocFreq < docCount
            || sumTotalTermFreq < sumDocFreq)
        {
            throw table.Corrupt(
                at,
                $"consistent statistics for {_files.MaxDoc} documents",
                $"{termCount} terms, {docCount} documents, frequencies {sumDocFreq} and {sumTotalTermFreq}");
        }

        return new FieldEntry(field, termCount, rootCode, sumTotalTermFreq, sumDocFreq, docCount, minTerm, maxTerm);
    }

    private FstReader ReadFst(IndexInput metadata, long pointer)
    {
        CodecUtil.CheckHeader(metadata, FstFormat.Codec, FstFormat.VersionStart, FstFormat.VersionCurrent);
        if (metadata.ReadByte() == 1)
        {
            // The output of the empty key: the root code once more.
            metadata.Skip(metadata.ReadNonNegativeVInt32("the length of the empty output"));
        }

        long at = metadata.Position;
        int labelType = metadata.ReadByte();
        if (labelType != 0)
        {
            throw metadata.Corrupt(at, "labels of one byte (0)", $"{labelType}");
        }

        long start = metadata.ReadVInt64();
        long length = metadata.ReadVInt64();
        IndexInput bytes = _index.Slice(_index.Name, pointer, length);
        return new FstReader(bytes, start);
    }

    private static byte[] ReadByteBlock(IndexInput table, string what)
    {
        int length = table.ReadNonNegativeVInt32("the length of " + what);
        return table.ReadSpan(length).ToArray();
    }

    // The checksum of .tmd was verified: where the lengths differ, it is the other file that is damaged.
    private static void CheckLength(IndexInput meta, IndexInput file)
    {
        long length = meta.ReadInt64();
        if (length != file.Length)
        {
            throw file.Corrupt(
                Math.Clamp(length, 0, file.Length), $"{length} bytes, as {meta.Name} says", $"{file.Length} bytes");
        }
    }
}
