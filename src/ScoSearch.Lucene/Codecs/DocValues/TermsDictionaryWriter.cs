using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Writes the terms dictionary that <see cref="TermsDictionary"/> reads.</summary>
internal readonly ref struct TermsDictionaryWriter
{
    private readonly IndexOutput _meta;
    private readonly IndexOutput _data;
    private readonly SortedTerms _terms;

    public TermsDictionaryWriter(IndexOutput meta, IndexOutput data, SortedTerms terms)
    {
        _meta = meta;
        _data = data;
        _terms = terms;
    }

    public void Write()
    {
        _meta.WriteVInt64(_terms.Count);
        _meta.WriteInt32(DocValuesFormat.TermsBlockShift);
        _meta.WriteInt32(DocValuesFormat.MonotonicBlockShift);
        using MemoryIndexOutput addresses = new("terms addresses");
        long start = _data.Position;
        int longest = WriteTerms(start, addresses);
        _meta.WriteInt32(longest);
        WritePlace(start);
        AppendRegion(addresses);
        WriteIndex();
    }

    private static int CommonPrefix(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => a.CommonPrefixLength(b);

    private int WriteTerms(long start, MemoryIndexOutput addresses)
    {
        const int BlockMask = (1 << DocValuesFormat.TermsBlockShift) - 1;
        int blocks = (_terms.Count + BlockMask) >> DocValuesFormat.TermsBlockShift;
        DirectMonotonicWriter starts = new(_meta, addresses, blocks, DocValuesFormat.MonotonicBlockShift);
        int longest = 0;
        ReadOnlySpan<byte> previous = default;
        for (int ord = 0; ord < _terms.Count; ord++)
        {
            ReadOnlySpan<byte> term = _terms[ord];
            if (ord > 0 && term.SequenceCompareTo(previous) <= 0)
            {
                throw new ArgumentException($"Term {ord} is not greater than the one before it.");
            }

            longest = Math.Max(longest, term.Length);
            if ((ord & BlockMask) == 0)
            {
                starts.Add(_data.Position - start);
                _data.WriteVInt32(term.Length);
                _data.WriteBytes(term);
            }
            else
            {
                WriteSuffix(term, CommonPrefix(previous, term));
            }

            previous = term;
        }

        starts.Finish();
        return longest;
    }

    private void WriteSuffix(ReadOnlySpan<byte> term, int prefix)
    {
        int suffix = term.Length - prefix;
        const int Mask = DocValuesFormat.PrefixMask;
        _data.WriteByte((byte)(Math.Min(prefix, Mask) | (Math.Min(suffix - 1, Mask) << 4)));
        if (prefix >= Mask)
        {
            _data.WriteVInt32(prefix - Mask);
        }

        if (suffix - 1 >= Mask)
        {
            _data.WriteVInt32(suffix - 1 - Mask);
        }

        _data.WriteBytes(term[prefix..]);
    }

    private void WriteIndex()
    {
        _meta.WriteInt32(DocValuesFormat.TermsIndexShift);
        using MemoryIndexOutput addresses = new("terms index addresses");
        long start = _data.Position;
        const int Step = 1 << DocValuesFormat.TermsIndexShift;
        int keys = (_terms.Count + Step - 1) / Step;
        DirectMonotonicWriter starts = new(_meta, addresses, keys + 1, DocValuesFormat.MonotonicBlockShift);
        for (int key = 0; key < keys; key++)
        {
            starts.Add(_data.Position - start);
            if (key > 0)
            {
                ReadOnlySpan<byte> term = _terms[key * Step];
                _data.WriteBytes(term[..(CommonPrefix(_terms[(key * Step) - 1], term) + 1)]);
            }
        }

        starts.Add(_data.Position - start);
        starts.Finish();
        WritePlace(start);
        AppendRegion(addresses);
    }

    private void AppendRegion(MemoryIndexOutput region)
    {
        long start = _data.Position;
        region.CopyTo(_data);
        WritePlace(start);
    }

    private void WritePlace(long start)
    {
        _meta.WriteInt64(start);
        _meta.WriteInt64(_data.Position - start);
    }
}
