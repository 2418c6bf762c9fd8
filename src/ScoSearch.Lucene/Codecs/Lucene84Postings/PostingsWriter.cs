using ScoSearch.Lucene.Codecs.BlockTree;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Writes all postings and the terms dictionaries of a segment: .doc, .pos, .pay, .tim, .tip, .tmd.</summary>
/// <remarks>
/// Push style. Per field, in ordinal order of names: StartField, then per term, in unsigned byte order: StartTerm, per
/// document, in rising order: StartDocument, AddPosition as often as the frequency says (fields with positions only),
/// FinishDocument; FinishTerm; FinishField. At the end Finish, without which the files are not valid. A term without
/// documents and a field without terms leave nothing behind. Not thread-safe.
/// </remarks>
internal sealed class PostingsWriter : IDisposable
{
    private readonly PostingsListWriter _lists;
    private readonly TermsDictWriter _terms;
    private readonly ulong[] _docsWithField;

    private FieldInfo? _field;
    private string? _lastFieldName;
    private bool _inTerm;
    private bool _finished;

    /// <summary>Creates the files, whose names and headers come from <paramref name="state"/>.</summary>
    public PostingsWriter(SegmentWriteState state)
    {
        _docsWithField = new ulong[(state.MaxDoc + 63) / 64];
        _lists = new PostingsListWriter(state);
        try
        {
            _terms = new TermsDictWriter(state);
        }
        catch
        {
            _lists.Dispose();
            throw;
        }
    }

    /// <summary>Begins a field.</summary>
    /// <param name="field">A field of the segment, with its final flags (payloads).</param>
    /// <param name="norms">Norms of the segment being written, for the score bounds; null when the field has none.</param>
    /// <exception cref="ArgumentException">The field is not indexed, or its name is not greater than the last one.</exception>
    public void StartField(FieldInfo field, NormsLookup? norms)
    {
        if (_field is not null)
        {
            throw new InvalidOperationException($"The field {_field.Name} is not finished.");
        }

        if (field.IndexOptions == IndexOptions.None || string.CompareOrdinal(field.Name, _lastFieldName) <= 0)
        {
            throw new ArgumentException(
                $"Fields must be indexed and come in the order of names: {field.Name} after {_lastFieldName}.", nameof(field));
        }

        _field = field;
        _lastFieldName = field.Name;
        Array.Clear(_docsWithField);
        _lists.StartField(field, norms);
        _terms.StartField(field);
    }

    /// <summary>Begins a term.</summary>
    /// <exception cref="ArgumentException">The term is not greater than the last one, or longer than 32766 bytes.</exception>
    public void StartTerm(ReadOnlySpan<byte> term)
    {
        if (_field is null || _inTerm)
        {
            throw new InvalidOperationException("A term must begin inside a field and outside another term.");
        }

        _terms.StartTerm(term);
        _lists.StartTerm();
        _inTerm = true;
    }

    /// <summary>Begins a document of the term.</summary>
    /// <param name="docId">Greater than the last one and below the segment's document count.</param>
    /// <param name="freq">Number of occurrences, at least 1; without meaning for fields without frequencies.</param>
    public void StartDocument(int docId, int freq)
    {
        _lists.StartDocument(docId, freq);
        _docsWithField[docId >> 6] |= 1UL << docId;
    }

    /// <summary>Adds an occurrence of the current document, in the order of positions.</summary>
    /// <param name="position">0 to 2147483519, not below the last one of the document.</param>
    /// <param name="startOffset">In UTF-16 units; ignored for fields without offsets, like <paramref name="endOffset"/>.</param>
    /// <param name="endOffset">Not below <paramref name="startOffset"/>.</param>
    /// <param name="payload">Empty for none; ignored when the field has no payloads.</param>
    public void AddPosition(int position, int startOffset, int endOffset, ReadOnlySpan<byte> payload) =>
        _lists.AddPosition(position, startOffset, endOffset, payload);

    /// <summary>Ends a document of the term.</summary>
    public void FinishDocument() => _lists.FinishDocument();

    /// <summary>Adds many documents of the term at once; for fields without positions.</summary>
    /// <param name="docIds">Rising doc ids.</param>
    /// <param name="freqs">Their frequencies; may be empty for fields without frequencies.</param>
    public void AddDocuments(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs)
    {
        if (!freqs.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(freqs.Length, docIds.Length, nameof(freqs));
        }

        for (int i = 0; i < docIds.Length; i++)
        {
            StartDocument(docIds[i], freqs.IsEmpty ? 1 : freqs[i]);
            _lists.FinishDocument();
        }
    }

    /// <summary>Ends a term; without documents it leaves nothing behind.</summary>
    public void FinishTerm()
    {
        if (!_inTerm)
        {
            throw new InvalidOperationException("There is no term to finish.");
        }

        _inTerm = false;
        if (_lists.FinishTerm(out TermMetadata metadata))
        {
            _terms.FinishTerm(metadata);
        }
    }

    /// <summary>Ends a field; without terms it leaves nothing behind.</summary>
    public void FinishField()
    {
        if (_field is null || _inTerm)
        {
            throw new InvalidOperationException("There is no field to finish, or one of its terms is not finished.");
        }

        int docCount = 0;
        foreach (ulong word in _docsWithField)
        {
            docCount += System.Numerics.BitOperations.PopCount(word);
        }

        _terms.FinishField(docCount);
        _field = null;
    }

    /// <summary>Completes all files.</summary>
    public void Finish()
    {
        if (_field is not null || _finished)
        {
            throw new InvalidOperationException("A field is not finished, or the writer is finished already.");
        }

        _finished = true;
        _lists.Finish();
        _terms.Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lists.Dispose();
        _terms.Dispose();
    }
}
