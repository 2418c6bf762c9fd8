using ScoSearch.Core.Documents;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Indexing;

/// <summary>The stages of indexing that need no index writer: read, reconstruct, analyse. Thread-safe.</summary>
internal sealed class DocumentPreparation(IndexerOptions options, ParagraphAnalysis analysis)
{
    private readonly ParagraphSchema _schema = new(analysis);
    private readonly UserWordKnowledge _knowledge = new(analysis.Dictionaries.Words);

    /// <summary>Prepares inputs on several threads and yields their documents in the order of the inputs.</summary>
    /// <param name="units">The inputs.</param>
    /// <param name="contents">What the index holds: inputs that are there unchanged are not taken apart.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public IEnumerable<PreparedDocument> Run(
        IEnumerable<IndexingUnit> units, IndexContents contents, CancellationToken cancellation)
    {
        int threads = options.EffectiveThreads;
        IEnumerable<ReadUnit> read = OrderedPipeline.Run(units, u => Read(u, contents, cancellation), threads, cancellation);
        return OrderedPipeline.Run(Split(read), p => Prepare(p.Read, p.Text, p.IsFirst), threads, cancellation);
    }

    /// <summary>Reads an input.</summary>
    public ReadUnit Read(IndexingUnit unit, IndexContents contents, CancellationToken cancellation)
    {
        try
        {
            SourceDocument source = unit.Document ?? SourceDocument.FromFile(unit.Path!, options.Reading, unit.Id);
            DocumentOrigin origin = new(unit.FileId, DocumentOrigin.HashOf(source));
            string? known = unit.FileId is string file
                ? contents.HashOf(file)
                : contents.Documents.GetValueOrDefault(unit.Id)?.Hash;
            return known == origin.Hash
                ? new ReadUnit(unit, origin, []) { IsUnchanged = true }
                : new ReadUnit(unit, origin, options.Readers.Read(source, options.Reading, cancellation));
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            return new ReadUnit(unit, null, []) { Failure = FailureOf(e, unit.Name) };
        }
    }

    /// <summary>Reconstructs and analyses a document.</summary>
    public PreparedDocument Prepare(ReadUnit read, ExtractedText? text, bool isFirst)
    {
        if (text is null)
        {
            return new PreparedDocument(read, isFirst, null, []);
        }

        try
        {
            ReconstructedDocument document = ParagraphReconstructor.Reconstruct(text, _knowledge);
            return new PreparedDocument(read, isFirst, document.Id, _schema.Create(document, read.Origin!));
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            return new PreparedDocument(read, isFirst, text.Id, []) { Failure = FailureOf(e, read.Unit.Name) };
        }
    }

    /// <summary>Reads, reconstructs and analyses one document at hand.</summary>
    /// <returns>Its documents, at least one, each with paragraphs.</returns>
    /// <exception cref="DocumentReadException">It cannot be read, or there is no text in it.</exception>
    public List<PreparedDocument> Prepare(SourceDocument document, CancellationToken cancellation)
    {
        ReadUnit read = new(
            new IndexingUnit(document.Id, null, document, document.Content.Length),
            new DocumentOrigin(null, DocumentOrigin.HashOf(document)),
            options.Readers.Read(document, options.Reading, cancellation));
        List<PreparedDocument> prepared = [];
        foreach (ExtractedText text in read.Texts)
        {
            PreparedDocument one = Prepare(read, text, prepared.Count == 0);
            if (one.Failure is IndexingFailure failure)
            {
                throw new DocumentReadException(
                    failure.Error ?? DocumentReadError.Malformed, document.Id, failure.Reason);
            }

            if (one.Paragraphs.Count > 0)
            {
                prepared.Add(one);
            }
        }

        return prepared.Count > 0 ? prepared
            : throw new DocumentReadException(DocumentReadError.NoText, document.Id, "there is no text in it");
    }

    private static IEnumerable<(ReadUnit Read, ExtractedText? Text, bool IsFirst)> Split(IEnumerable<ReadUnit> units)
    {
        foreach (ReadUnit unit in units)
        {
            if (unit.Texts.Count == 0)
            {
                yield return (unit, null, true);
            }

            for (int i = 0; i < unit.Texts.Count; i++)
            {
                yield return (unit, unit.Texts[i], i == 0);
            }
        }
    }

    // Readers of foreign formats fail in ways nobody can list, and one bad file must not stop a run. What is not the
    // file's fault still does.
    private static bool IsOfTheFile(Exception e) => e is not (OperationCanceledException or OutOfMemoryException);

    private static IndexingFailure FailureOf(Exception e, string name)
    {
        string message = e is DocumentReadException or ArgumentException
            ? e.Message
            : $"cannot be read ({e.GetType().Name}: {e.Message})";
        string prefix = name + ": ";
        return new IndexingFailure(
            name,
            message.StartsWith(prefix, StringComparison.Ordinal) ? message[prefix.Length..] : message,
            e is DocumentReadException read ? read.Error : DocumentReadError.Malformed);
    }
}
