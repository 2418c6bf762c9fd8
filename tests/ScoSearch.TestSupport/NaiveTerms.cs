using System.Text;
using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport;

/// <summary>Terms of one field of the naive index, sorted.</summary>
internal sealed class NaiveTerms : Terms
{
    private readonly List<NaiveTermState> _terms;
    private readonly Dictionary<string, NaiveTermState> _byText;
    private readonly int _blockSize;

    public NaiveTerms(FieldInfo field, IReadOnlyList<NaiveDocument> documents, NaiveNorms norms, int blockSize)
    {
        Field = field;
        Norms = norms;
        _blockSize = blockSize;
        SortedDictionary<string, List<NaivePosting>> postings = new(StringComparer.Ordinal);
        for (int docId = 0; docId < documents.Count; docId++)
        {
            if (documents[docId].Tokens.TryGetValue(field.Name, out List<NaiveToken>? tokens))
            {
                DocCount += tokens.Count > 0 ? 1 : 0;
                foreach (IGrouping<string, NaiveToken> group in tokens.GroupBy(token => token.Term))
                {
                    if (!postings.TryGetValue(group.Key, out List<NaivePosting>? list))
                    {
                        postings.Add(group.Key, list = []);
                    }

                    list.Add(new NaivePosting(docId, [.. group]));
                }
            }
        }

        // Terms of naive documents are text, so that text identifies them.
        _terms = [.. postings.Select(pair => new NaiveTermState(Encoding.UTF8.GetBytes(pair.Key), pair.Value))];
        _terms.Sort((left, right) => left.Term.AsSpan().SequenceCompareTo(right.Term));
        _byText = _terms.ToDictionary(state => Encoding.UTF8.GetString(state.Term), StringComparer.Ordinal);
    }

    public NaiveNorms Norms { get; }

    public IReadOnlyList<NaiveTermState> All => _terms;

    public override FieldInfo Field { get; }

    public override long Count => _terms.Count;

    public override long SumTotalTermFreq => _terms.Sum(term => term.TotalTermFreq);

    public override long SumDocFreq => _terms.Sum(term => (long)term.DocFreq);

    public override int DocCount { get; }

    public override ReadOnlySpan<byte> MinTerm => _terms[0].Term;

    public override ReadOnlySpan<byte> MaxTerm => _terms[^1].Term;

    public override TermsEnum GetEnumerator() => new NaiveTermsEnum(this);

    public override TermState? Find(ReadOnlySpan<byte> term)
    {
        return _byText.GetValueOrDefault(Encoding.UTF8.GetString(term));
    }

    public override PostingsEnum GetPostings(TermState state, PostingsFlags flags, PostingsEnum? reuse = null) =>
        new NaivePostingsEnum((NaiveTermState)state, Norms, flags, _blockSize);
}
