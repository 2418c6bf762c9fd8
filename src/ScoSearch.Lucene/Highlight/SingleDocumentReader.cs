using System.Text;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Highlight;

/// <summary>One field of one document as a segment in memory, so that queries find their matches in a text. Thread-safe.</summary>
internal sealed class SingleDocumentReader : LeafReader
{
    private readonly SingleDocumentTerms? _terms;

    public SingleDocumentReader(string field, TokenStream tokens)
    {
        FieldInfo info = new()
        {
            Name = field,
            Number = 0,
            IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets,
            OmitNorms = true,
        };
        FieldInfos = new FieldInfos([info]);
        List<SingleDocumentTerm> terms = Invert(tokens);
        _terms = terms.Count == 0 ? null : new SingleDocumentTerms(info, terms);
    }

    public override int MaxDoc => 1;

    public override LiveDocs? LiveDocs => null;

    public override FieldInfos FieldInfos { get; }

    public override Terms? GetTerms(string field) => field == FieldInfos.Find(0)!.Name ? _terms : null;

    public override FieldNorms? GetNorms(string field) => null;

    public override NumericDocValues? GetNumericDocValues(string field) => null;

    public override BinaryDocValues? GetBinaryDocValues(string field) => null;

    public override SortedDocValues? GetSortedDocValues(string field) => null;

    public override SortedSetDocValues? GetSortedSetDocValues(string field) => null;

    public override SortedNumericDocValues? GetSortedNumericDocValues(string field) => null;

    public override void VisitStoredFields(int docId, StoredFieldVisitor visitor)
    {
        // Nothing is stored: the text is with the caller.
    }

    public override void CheckIntegrity()
    {
        // Memory only.
    }

    private static List<SingleDocumentTerm> Invert(TokenStream tokens)
    {
        Dictionary<string, SingleDocumentTerm> terms = new(StringComparer.Ordinal);
        int position = -1;
        while (tokens.MoveNext())
        {
            Token token = tokens.Token;
            position += token.PositionIncrement;
            string text = token.Term.ToString();
            if (!terms.TryGetValue(text, out SingleDocumentTerm? term))
            {
                terms.Add(text, term = new SingleDocumentTerm(Encoding.UTF8.GetBytes(text)));
            }

            term.Occurrences.Add((Math.Max(0, position), token.StartOffset, token.EndOffset));
        }

        tokens.End();
        List<SingleDocumentTerm> sorted = [.. terms.Values];
        sorted.Sort(static (left, right) => left.Bytes.AsSpan().SequenceCompareTo(right.Bytes));
        return sorted;
    }
}
