using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Core.Analyzing;

/// <summary>Answers <see cref="AnalysisRequest"/>s over one snapshot. Thread-safe.</summary>
internal sealed class AnalysisService(IndexSnapshot snapshot, ParagraphSearcher searcher)
{
    private readonly ParagraphAnalyst _analyst = new(snapshot.Analysis);

    /// <summary>The view, or null when the paragraph named is not there.</summary>
    public AnalysisView? Analyze(AnalysisRequest request)
    {
        ParagraphQuery? plan = request.Query is null ? null : searcher.Plan(new SearchRequest(request.Query) { Syntax = request.Syntax });
        AnalysisView view = new()
        {
            Query = request.Query is null ? null : _analyst.CutQuery(request.Query),
            Parsed = plan?.Query.ToString(),
        };
        if (request.ParagraphId is string id)
        {
            return snapshot.Store.FindDocId(id) is int docId
                ? Compare(view, plan, request.Language, snapshot, docId) with { ParagraphId = id }
                : null;
        }

        return request.Text is string text ? CompareText(view, plan, text, request.Language) : view;
    }

    private AnalysisView Compare(
        AnalysisView view, ParagraphQuery? plan, MessageLanguage language, IndexSnapshot index, int docId)
    {
        StoredParagraph paragraph = index.Store.Read(docId);
        AnalyzedText text = _analyst.CutText(paragraph.Text);
        if (plan is null || view.Query is null)
        {
            return view with { Text = text };
        }

        IReadOnlyList<TermMatch> terms = _analyst.Compare(view.Query, plan, text, paragraph.Title);
        (bool isMatch, string reason) =
            ParagraphAnalyst.Judge(plan, terms, index.Searcher, docId, paragraph.Kind, language);
        return view with { Text = text, Terms = terms, IsMatch = isMatch, Reason = reason };
    }

    // A text that is not in the index is searched in an index of its own: whatever a query can ask, it answers.
    private AnalysisView CompareText(AnalysisView view, ParagraphQuery? plan, string text, MessageLanguage language)
    {
        using ByteBuffersDirectory directory = new();
        using (IndexWriter writer = new(directory, new IndexWriterConfig(snapshot.Analysis.ForIndexing) { CommitOnClose = false }))
        {
            Paragraph paragraph = new() { Number = 1, Kind = ParagraphKind.Body, Text = text };
            ReconstructedDocument document = new(
                "text", null, [paragraph], DocumentMetadata.Empty, new ReconstructionReport { ReaderName = "analysis" });
            writer.AddDocuments(new ParagraphSchema(snapshot.Analysis).Create(document, new DocumentOrigin(null, "")));
            writer.Commit();
        }

        using DirectoryReader reader = DirectoryReader.Open(directory);
        return Compare(view, plan, language, new IndexSnapshot(reader, snapshot.Analysis), docId: 0);
    }
}
