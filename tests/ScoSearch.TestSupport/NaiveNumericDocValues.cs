using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport;

/// <summary>Numbers from an array; null where there is none.</summary>
internal sealed class NaiveNumericDocValues(long?[] values) : NumericDocValues
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => values.Count(value => value.HasValue);

    public override long LongValue => values[_docId]!.Value;

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        while (target < values.Length && !values[target].HasValue)
        {
            target++;
        }

        return _docId = target < values.Length ? target : Exhausted;
    }

    public override bool AdvanceExact(int target)
    {
        _docId = target;
        return values[target].HasValue;
    }
}
