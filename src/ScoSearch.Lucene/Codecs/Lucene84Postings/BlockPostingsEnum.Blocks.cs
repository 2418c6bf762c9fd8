using System.Runtime.Intrinsics;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <content>Reading blocks, skipping ahead, and where the occurrences of a document begin.</content>
internal sealed partial class BlockPostingsEnum
{
    private int NextDocOfNextBlock()
    {
        if (_docsLeft == 0)
        {
            _index = _count;
            return _docId = Exhausted;
        }

        ReadBlock();
        _index = 0;
        return _docId = _docIds[0];
    }

    private int AdvanceBeyondBuffer(int target)
    {
        if (_docsLeft > 0 && _term.SkipOffset >= 0)
        {
            MoveSkipTo(target);
            JumpAhead(target);
        }

        while (_docsLeft > 0)
        {
            ReadBlock();
            if (_lastBuffered >= target)
            {
                _index = DocIdSearch.CountLessThan(_docIds, target);
                return _docId = _docIds[_index];
            }
        }

        _index = _count;
        return _docId = Exhausted;
    }

    // Continues behind the blocks that the skip data passed, if these are ahead of the buffer and before the target.
    private void JumpAhead(int target)
    {
        long passed = (long)_skip!.PassedBlocks * BlockSize;
        ref readonly SkipPointer pointer = ref _skip.Passed;
        if (passed <= _term.DocFreq - _docsLeft || pointer.LastDocId >= target)
        {
            return;
        }

        _docsLeft = _term.DocFreq - (int)passed;
        _nextBlock = pointer.DocFilePointer;
        _baseDocId = pointer.LastDocId;
        _count = 0;
        _freqBlock = -1;
        ResetOccurrences(pointer.PosUpto);
        if (_wantsPositions)
        {
            _occurrences!.Anchor(pointer.PosFilePointer, pointer.PayFilePointer);
        }
    }

    private void ResetOccurrences(long before)
    {
        _occurrencesBefore = before;
        _summedTo = 0;
        _summed = 0;
    }

    private void SumFreqsTo(int index)
    {
        if (_freqBlock >= 0)
        {
            DecodeFreqs();
        }

        if (index - _summedTo >= SummedAtOnce)
        {
            _summed += Sum(_freqs.AsSpan(_summedTo, index - _summedTo));
            _summedTo = index;
        }

        for (; _summedTo < index; _summedTo++)
        {
            _summed += _freqs[_summedTo];
        }
    }

    // Conjunctions pass over many documents of a block; frequencies may be so large that their sum needs 64 bits.
    private static long Sum(ReadOnlySpan<int> freqs)
    {
        long sum = 0;
        int i = 0;
        if (Vector256.IsHardwareAccelerated && freqs.Length >= Vector256<int>.Count)
        {
            Vector256<long> sums = Vector256<long>.Zero;
            for (; i <= freqs.Length - Vector256<int>.Count; i += Vector256<int>.Count)
            {
                (Vector256<long> low, Vector256<long> high) = Vector256.Widen(Vector256.Create(freqs[i..]));
                sums += low + high;
            }

            sum = Vector256.Sum(sums);
        }

        for (; i < freqs.Length; i++)
        {
            sum += freqs[i];
        }

        return sum;
    }

    private void ReadBlock()
    {
        if (_wantsPositions)
        {
            SumFreqsTo(_count);
            ResetOccurrences(_occurrencesBefore + _summed);
        }

        if (_term.DocFreq == 1)
        {
            ReadSingleton();
        }
        else if (_docsLeft >= BlockSize)
        {
            ReadFullBlock();
        }
        else
        {
            ReadTail();
        }

        _docsLeft -= _count;
        _lastBuffered = _docIds[_count - 1];
        _baseDocId = _lastBuffered;
    }

    private void ReadSingleton()
    {
        _docIds.AsSpan().Fill(Exhausted);
        _docIds[0] = _term.SingletonDocId;
        _freqs[0] = (int)Math.Min(int.MaxValue, _term.TotalTermFreq);
        _count = 1;
        _freqBlock = -1;
    }

    private void ReadFullBlock()
    {
        SpanReader reader = new(_doc, _nextBlock);
        DeltaBlock.ReadDocIds(ref reader, _baseDocId, _maxDoc, _docIds);
        if (_hasFreqs)
        {
            _freqBlock = reader.FilePosition;
            PatchedBlock.Skip(ref reader);
        }

        _nextBlock = reader.FilePosition;
        _count = BlockSize;
    }

    private void ReadTail()
    {
        SpanReader reader = new(_doc, _nextBlock);
        int docId = _baseDocId;
        _docIds.AsSpan(_docsLeft).Fill(Exhausted);
        for (int i = 0; i < _docsLeft; i++)
        {
            uint delta = reader.ReadVUInt32();
            if (_hasFreqs)
            {
                _freqs[i] = (delta & 1) != 0 ? 1 : reader.ReadVInt31();
                delta >>>= 1;
            }

            int next = unchecked(docId + (int)delta);
            if (next < docId || next >= _maxDoc)
            {
                throw reader.Corrupt($"rising doc ids below {_maxDoc}", $"{next}");
            }

            docId = next;
            _docIds[i] = docId;
        }

        _nextBlock = reader.FilePosition;
        _count = _docsLeft;
        _freqBlock = -1;
    }

    private void DecodeFreqs()
    {
        SpanReader reader = new(_doc, _freqBlock);
        PatchedBlock.Read(ref reader, _freqs);
        _freqBlock = -1;
    }
}
