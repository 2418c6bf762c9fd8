using ScoSearch.Lucene.Codecs.Lucene84Postings;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>All terms of one field in memory with their postings: one hash look-up and a few appended bytes per token.
/// Not thread-safe.</summary>
internal sealed class TermsBuffer
{
    private const int InitialTerms = 32;
    private readonly BytePool _pool;
    private readonly RamCounter _ram;
    private readonly BytesHash _terms;
    private readonly bool _hasFreqs;
    private readonly bool _hasPositions;
    private readonly bool _hasOffsets;
    private TermPostings[] _postings = new TermPostings[InitialTerms];
    private PayloadsBuffer? _payloads;

    // Start offset of the last occurrence of each term in its newest document; empty without offsets.
    private int[] _startOffsets;

    public TermsBuffer(BytePool pool, RamCounter ram, IndexOptions options)
    {
        _pool = pool;
        _ram = ram;
        _terms = new BytesHash(pool, ram);
        _hasFreqs = options >= IndexOptions.DocsAndFreqs;
        _hasPositions = options >= IndexOptions.DocsAndFreqsAndPositions;
        _hasOffsets = options >= IndexOptions.DocsAndFreqsAndPositionsAndOffsets;
        _startOffsets = _hasOffsets ? new int[InitialTerms] : [];
        ram.Add((InitialTerms * PostingsSize) + (sizeof(int) * _startOffsets.Length));
    }

    /// <summary>Number of distinct terms.</summary>
    public int Count => _terms.Count;

    /// <summary>True when an occurrence has a payload.</summary>
    public bool HasPayloads => _payloads is not null;

    private static unsafe int PostingsSize => sizeof(TermPostings);

    /// <summary>Records one occurrence.</summary>
    /// <param name="term">At most <see cref="BytesHash.MaxLength"/> bytes.</param>
    /// <param name="docId">Not below that of the call before.</param>
    /// <param name="position">Not below that of the call before in the same document.</param>
    /// <param name="startOffset">In UTF-16 units, not below that of the call before in the same document.</param>
    /// <param name="endOffset">Not below <paramref name="startOffset"/>.</param>
    /// <param name="payload">Empty for none; left out when the field has no positions.</param>
    /// <returns>True when the term is new in this document.</returns>
    public bool Add(
        ReadOnlySpan<byte> term, int docId, int position, int startOffset, int endOffset, ReadOnlySpan<byte> payload)
    {
        int id = _terms.FindOrAdd(term);
        if (id >= _postings.Length)
        {
            Grow();
        }

        ref TermPostings postings = ref _postings[id];
        bool newInDocument = postings.Freq == 0 || postings.DocId != docId;
        if (newInDocument)
        {
            StartDocument(ref postings, docId);
            if (_hasOffsets)
            {
                _startOffsets[id] = 0;
            }
        }
        else
        {
            postings.Freq = checked(postings.Freq + 1);
        }

        if (_hasPositions)
        {
            postings.Positions.WriteVInt(_pool, (uint)(position - postings.Position));
            postings.Position = position;
            if (_hasOffsets)
            {
                postings.Positions.WriteVInt(_pool, (uint)(startOffset - _startOffsets[id]));
                postings.Positions.WriteVInt(_pool, (uint)(endOffset - startOffset));
                _startOffsets[id] = startOffset;
            }

            if (!payload.IsEmpty)
            {
                _payloads ??= new PayloadsBuffer(_ram);
                _payloads.Add(id, docId, postings.Freq - 1, payload);
            }
        }

        return newInDocument;
    }

    /// <summary>Writes the whole field, terms in byte order.</summary>
    public void Flush(PostingsWriter writer, FieldInfo field, NormsLookup? norms)
    {
        if (Count == 0)
        {
            return;
        }

        writer.StartField(field, norms);
        ByteStreamReader documents = new(_pool);
        ByteStreamReader positions = new(_pool);
        foreach (int id in BytesSorter.Sort(_terms))
        {
            ref readonly TermPostings postings = ref _postings[id];
            writer.StartTerm(_terms[id]);
            documents.Reset(postings.Documents);
            positions.Reset(postings.Positions);
            _payloads?.StartTerm(id);
            int docId = 0;
            while (!documents.AtEnd)
            {
                uint code = documents.ReadVInt();
                int freq = 1;
                if (_hasFreqs)
                {
                    freq = (code & 1) != 0 ? 1 : (int)documents.ReadVInt();
                    code >>= 1;
                }

                docId += (int)code;
                FlushDocument(writer, positions, docId, freq);
            }

            FlushDocument(writer, positions, postings.DocId, _hasFreqs ? postings.Freq : 1);
            writer.FinishTerm();
        }

        writer.FinishField();
    }

    private void Grow()
    {
        int more = BytesHash.Growth(_postings.Length);
        _ram.Add((long)more * (PostingsSize + (_hasOffsets ? sizeof(int) : 0)));
        Array.Resize(ref _postings, _postings.Length + more);
        if (_hasOffsets)
        {
            Array.Resize(ref _startOffsets, _postings.Length);
        }
    }

    private void StartDocument(ref TermPostings postings, int docId)
    {
        if (postings.Freq != 0)
        {
            uint delta = (uint)postings.DocDelta;
            if (!_hasFreqs)
            {
                postings.Documents.WriteVInt(_pool, delta);
            }
            else if (postings.Freq == 1)
            {
                postings.Documents.WriteVInt(_pool, (delta << 1) | 1);
            }
            else
            {
                postings.Documents.WriteVInt(_pool, delta << 1);
                postings.Documents.WriteVInt(_pool, (uint)postings.Freq);
            }
        }

        postings.DocDelta = docId - postings.DocId;
        postings.DocId = docId;
        postings.Freq = 1;
        postings.Position = 0;
    }

    private void FlushDocument(PostingsWriter writer, ByteStreamReader positions, int docId, int freq)
    {
        writer.StartDocument(docId, freq);
        if (_hasPositions)
        {
            int position = 0;
            int start = 0;
            for (int i = 0; i < freq; i++)
            {
                position += (int)positions.ReadVInt();
                int end = -1;
                if (_hasOffsets)
                {
                    start += (int)positions.ReadVInt();
                    end = start + (int)positions.ReadVInt();
                }

                writer.AddPosition(
                    position, _hasOffsets ? start : -1, end, _payloads is null ? [] : _payloads.Take(docId, i));
            }
        }

        writer.FinishDocument();
    }
}
