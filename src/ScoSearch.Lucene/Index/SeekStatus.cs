namespace ScoSearch.Lucene.Index;

/// <summary>Outcome of <see cref="TermsEnum.SeekCeiling"/>.</summary>
public enum SeekStatus
{
    /// <summary>The term itself was found.</summary>
    Found,

    /// <summary>The enum stands on the next greater term.</summary>
    NotFound,

    /// <summary>There is no term at or after the one looked for.</summary>
    End,
}
