using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Automata;

/// <summary>The terms from one on, as long as a condition holds; the condition holds for a run of terms. Not thread-safe.</summary>
/// <param name="terms">The dictionary.</param>
/// <param name="first">Where to begin; may be empty.</param>
/// <param name="continues">False for the first term that is not wanted any more.</param>
internal sealed class RangeTermFilter(Terms terms, byte[] first, RangeTermFilter.Condition continues) : TermFilter
{
    private bool _hasBegun;

    internal delegate bool Condition(ReadOnlySpan<byte> term);

    public override TermsEnum Terms { get; } = terms.GetEnumerator();

    public override bool MoveNext()
    {
        bool isOnTerm = _hasBegun ? Terms.MoveNext() : Terms.SeekCeiling(first) != SeekStatus.End;
        _hasBegun = true;
        return isOnTerm && continues(Terms.Term);
    }
}
