using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <content>Score bounds.</content>
internal sealed partial class BlockPostingsEnum
{
    /// <inheritdoc/>
    public override int ImpactLevelCount => _skipReady ? Math.Max(1, _skip!.LevelCount) : 1;

    /// <inheritdoc/>
    public override int AdvanceShallow(int target)
    {
        if (_term.SkipOffset < 0)
        {
            return Exhausted;
        }

        MoveSkipTo(target);
        return _skip!.UpTo(0);
    }

    /// <inheritdoc/>
    public override int GetImpactDocIdUpTo(int level) =>
        _skipReady && level < _skip!.LevelCount ? _skip.UpTo(level) : Exhausted;

    /// <inheritdoc/>
    public override ReadOnlySpan<Impact> GetImpacts(int level) =>
        _skipReady && level < _skip!.LevelCount ? _skip.GetImpacts(level) : GetOpenImpact();

    private void MoveSkipTo(int target)
    {
        if (!_skipReady)
        {
            _skip ??= new SkipReader();
            _skip.Reset(_files, _field, _term);
            _skipReady = true;
        }

        if (target > _skip!.UpTo(0))
        {
            _skip.MoveTo(target);
        }
    }

    // No document can have more occurrences than are left when every other one has one; nothing is known of the norms.
    private ReadOnlySpan<Impact> GetOpenImpact()
    {
        if (!_hasOpenImpact)
        {
            _openImpact[0] = new Impact((int)Math.Min(int.MaxValue, _term.TotalTermFreq - _term.DocFreq + 1), 1);
            _hasOpenImpact = true;
        }

        return _openImpact;
    }
}
