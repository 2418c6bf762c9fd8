using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Looks terms up by ordinal and ordinals up by term. Not thread-safe: keeps the last term.</summary>
internal sealed class TermsDictionaryCursor
{
    private readonly TermsDictionary _dictionary;
    private readonly IndexInput _terms;
    private readonly byte[] _term;
    private int _length;

    // Ordinal of the term in _term, or -1; _terms stands behind that term then.
    private long _ord = -1;

    public TermsDictionaryCursor(TermsDictionary dictionary)
    {
        _dictionary = dictionary;
        _terms = dictionary.Terms.Clone();
        _term = new byte[dictionary.Longest];
    }

    /// <summary>Number of terms.</summary>
    public long Count => _dictionary.Count;

    /// <summary>The term of an ordinal; valid until the next look-up.</summary>
    public ReadOnlySpan<byte> Lookup(long ord)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)ord, (ulong)Count, nameof(ord));
        if (_ord < 0 || ord < _ord || ord >> _dictionary.BlockShift != _ord >> _dictionary.BlockShift)
        {
            SeekBlock(ord >> _dictionary.BlockShift);
        }

        while (_ord < ord)
        {
            Next();
        }

        return _term.AsSpan(0, _length);
    }

    /// <summary>Ordinal of a term, or -(insertion point) - 1.</summary>
    public long Find(ReadOnlySpan<byte> term)
    {
        if (Count == 0)
        {
            return -1;
        }

        long block = FindBlock(term);
        if (block < 0)
        {
            return -1;
        }

        SeekBlock(block);
        long end = Math.Min(Count, (block + 1) << _dictionary.BlockShift);
        while (true)
        {
            int order = _term.AsSpan(0, _length).SequenceCompareTo(term);
            if (order >= 0)
            {
                return order == 0 ? _ord : -_ord - 1;
            }

            if (_ord + 1 == end)
            {
                return -end - 1;
            }

            Next();
        }
    }

    // The last block whose first term is at most the term, or -1.
    private long FindBlock(ReadOnlySpan<byte> term)
    {
        long key = FindKey(term);
        int blocksPerKey = _dictionary.IndexShift - _dictionary.BlockShift;
        long low = key << blocksPerKey;
        long high = Math.Min(((key + 1) << blocksPerKey) - 1, (Count - 1) >> _dictionary.BlockShift);
        while (low <= high)
        {
            long middle = (low + high) >>> 1;
            SeekBlock(middle);
            if (_term.AsSpan(0, _length).SequenceCompareTo(term) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    // The last key that is at most the term; the first key is empty, so there is always one.
    private long FindKey(ReadOnlySpan<byte> term)
    {
        long low = 1;
        long high = (Count - 1) >> _dictionary.IndexShift;
        while (low <= high)
        {
            long middle = (low + high) >>> 1;
            long start = _dictionary.KeyStarts[middle];
            long length = _dictionary.KeyStarts[middle + 1] - start;
            if (length is < 0 or > int.MaxValue)
            {
                throw _dictionary.KeyStarts.Corrupt(middle, "a key's length", $"{length}");
            }

            if (_dictionary.Keys.SpanAt(start, (int)length).SequenceCompareTo(term) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    private void SeekBlock(long block)
    {
        _ord = -1;
        _terms.Seek(_dictionary.BlockStarts[block]);
        Append(0, _terms.ReadVInt32());
        _ord = block << _dictionary.BlockShift;
    }

    private void Next()
    {
        int token = _terms.ReadByte();
        int prefix = token & DocValuesFormat.PrefixMask;
        int suffix = (token >> 4) + 1;
        if (prefix == DocValuesFormat.PrefixMask)
        {
            prefix += _terms.ReadNonNegativeVInt32("a prefix length");
        }

        if (suffix == DocValuesFormat.PrefixMask + 1)
        {
            suffix += _terms.ReadNonNegativeVInt32("a suffix length");
        }

        if (prefix < 0 || prefix > _length)
        {
            throw _terms.Corrupt(_terms.Position, $"a prefix of at most {_length} bytes", $"{prefix}");
        }

        Append(prefix, suffix);
        _ord++;
    }

    private void Append(int prefix, int suffix)
    {
        if (suffix < 0 || suffix > _term.Length - prefix)
        {
            throw _terms.Corrupt(
                _terms.Position, $"a term of at most {_term.Length} bytes", $"{(long)prefix + suffix} bytes");
        }

        _terms.ReadBytes(_term.AsSpan(prefix, suffix));
        _length = prefix + suffix;
    }
}
