namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <content>Loading and skipping blocks and the tail.</content>
internal sealed partial class OccurrenceReader
{
    private bool IsTail()
    {
        if (_term.TotalTermFreq < BlockSize)
        {
            return true;
        }

        return _term.TotalTermFreq == BlockSize
            ? _nextPos != _term.PosStart
            : _nextPos >= _term.PosStart + _term.LastPosBlockOffset;
    }

    private void SkipBlock()
    {
        if (IsTail())
        {
            throw _pos.Corrupt(_nextPos, $"{_term.TotalTermFreq} occurrences", "the end before a wanted one");
        }

        SpanReader pos = new(_pos, _nextPos);
        PatchedBlock.Skip(ref pos);
        _nextPos = pos.FilePosition;
        if (_wantsPayloads || _wantsOffsets)
        {
            SpanReader pay = OpenPay();
            if (_hasPayloads)
            {
                PatchedBlock.Skip(ref pay);
                pay.Skip(pay.ReadVInt31());
            }

            if (_hasOffsets)
            {
                PatchedBlock.Skip(ref pay);
                PatchedBlock.Skip(ref pay);
            }

            _nextPay = pay.FilePosition;
        }

        _bufferStart += _bufferCount + BlockSize;
        _bufferCount = 0;
    }

    private void LoadNext()
    {
        _bufferStart += _bufferCount;
        _bufferCount = 0;
        SpanReader pos = new(_pos, _nextPos);
        if (IsTail())
        {
            LoadTail(ref pos);
            return;
        }

        PatchedBlock.Read(ref pos, _positionDeltas);
        _nextPos = pos.FilePosition;
        if (_wantsPayloads || _wantsOffsets)
        {
            LoadPay();
        }

        _bufferCount = BlockSize;
    }

    private void LoadPay()
    {
        SpanReader pay = OpenPay();
        if (_hasPayloads)
        {
            if (_wantsPayloads)
            {
                PatchedBlock.Read(ref pay, _payloadLengths);
                LocatePayloads(ref pay);
            }
            else
            {
                PatchedBlock.Skip(ref pay);
                pay.Skip(pay.ReadVInt31());
            }
        }

        if (_wantsOffsets)
        {
            PatchedBlock.Read(ref pay, _startDeltas);
            PatchedBlock.Read(ref pay, _offsetLengths);
        }
        else if (_hasOffsets)
        {
            PatchedBlock.Skip(ref pay);
            PatchedBlock.Skip(ref pay);
        }

        _nextPay = pay.FilePosition;
    }

    private void LocatePayloads(ref SpanReader pay)
    {
        int total = pay.ReadVInt31();
        long start = pay.FilePosition;
        long at = start;
        for (int i = 0; i < BlockSize; i++)
        {
            _payloadStarts[i] = at;
            at += _payloadLengths[i];
        }

        if (at - start != total)
        {
            throw pay.Corrupt($"{at - start} payload bytes", $"{total}");
        }

        pay.Skip(total);
        _payloadFile = _pay;
    }

    private void LoadTail(ref SpanReader pos)
    {
        int count = (int)(_term.TotalTermFreq % BlockSize);
        if (count == 0 || _bufferCount > 0 || _nextPos == long.MaxValue)
        {
            throw pos.Corrupt($"{_term.TotalTermFreq} occurrences", "the end before a wanted one");
        }

        int payloadLength = 0;
        int offsetLength = 0;
        for (int i = 0; i < count; i++)
        {
            uint delta = pos.ReadVUInt32();
            if (_hasPayloads)
            {
                if ((delta & 1) != 0)
                {
                    payloadLength = pos.ReadVInt31();
                }

                delta >>>= 1;
                if (_wantsPayloads)
                {
                    _payloadLengths[i] = payloadLength;
                    _payloadStarts[i] = pos.FilePosition;
                }

                pos.Skip(payloadLength);
            }

            _positionDeltas[i] = (int)delta;
            if (_hasOffsets)
            {
                ReadTailOffsets(ref pos, i, ref offsetLength);
            }
        }

        _payloadFile = _pos;
        _bufferCount = count;

        // Nothing follows the tail: another load means that frequencies and occurrences do not agree.
        _nextPos = long.MaxValue;
    }

    private void ReadTailOffsets(ref SpanReader pos, int index, ref int length)
    {
        uint start = pos.ReadVUInt32();
        if ((start & 1) != 0)
        {
            length = pos.ReadVInt31();
        }

        if (_wantsOffsets)
        {
            _startDeltas[index] = (int)(start >>> 1);
            _offsetLengths[index] = length;
        }
    }

    private SpanReader OpenPay() =>
        new(_pay ?? throw _pos.Corrupt(_nextPos, "a .pay file", "none"), _nextPay);
}
