using System.Text;
using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport;

/// <summary>One segment of the naive index.</summary>
public sealed class NaiveLeafReader : LeafReader
{
    private readonly IReadOnlyList<NaiveDocument> _documents;
    private readonly Dictionary<string, NaiveTerms> _terms = new(StringComparer.Ordinal);

    public NaiveLeafReader(IReadOnlyList<NaiveDocument> documents, int blockSize)
    {
        _documents = documents;
        string[] fields = [.. documents.SelectMany(d => d.Tokens.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        FieldInfos = new FieldInfos(fields.Select((name, number) => new FieldInfo
        {
            Name = name,
            Number = number,
            IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets,
        }));
        foreach (FieldInfo field in FieldInfos)
        {
            _terms.Add(field.Name, new NaiveTerms(field, documents, new NaiveNorms(documents, field.Name), blockSize));
        }

        if (documents.Any(d => d.IsDeleted))
        {
            ulong[] words = new ulong[(documents.Count + 63) / 64];
            for (int i = 0; i < documents.Count; i++)
            {
                words[i / 64] |= documents[i].IsDeleted ? 0 : 1UL << (i % 64);
            }

            LiveDocs = new LiveDocs(words, documents.Count);
        }
    }

    public override int MaxDoc => _documents.Count;

    public override LiveDocs? LiveDocs { get; }

    public override FieldInfos FieldInfos { get; }

    public override Terms? GetTerms(string field) => _terms.GetValueOrDefault(field);

    public override FieldNorms? GetNorms(string field) => _terms.GetValueOrDefault(field)?.Norms;

    public override NumericDocValues? GetNumericDocValues(string field) =>
        _documents.Any(d => d.Numbers.ContainsKey(field))
            ? new NaiveNumericDocValues([.. _documents.Select(d => d.Numbers.TryGetValue(field, out long n) ? n : (long?)null)])
            : null;

    public override SortedDocValues? GetSortedDocValues(string field) =>
        _documents.Any(d => d.Strings.ContainsKey(field))
            ? new NaiveSortedDocValues([.. _documents.Select(
                d => d.Strings.TryGetValue(field, out string? text) ? Encoding.UTF8.GetBytes(text) : null)])
            : null;

    public override BinaryDocValues? GetBinaryDocValues(string field) => null;

    public override SortedSetDocValues? GetSortedSetDocValues(string field) => null;

    public override SortedNumericDocValues? GetSortedNumericDocValues(string field) => null;

    public override void VisitStoredFields(int docId, StoredFieldVisitor visitor)
    {
    }

    public override void CheckIntegrity()
    {
    }
}
