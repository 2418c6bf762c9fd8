namespace ScoSearch.Lucene.Search;

/// <summary>What a clause of a <see cref="BooleanQuery"/> demands.</summary>
public enum Occur
{
    /// <summary>Must match; scores.</summary>
    Must,

    /// <summary>Must match; does not score.</summary>
    Filter,

    /// <summary>May match; scores. One must match where nothing else is demanded.</summary>
    Should,

    /// <summary>Must not match.</summary>
    MustNot,
}
