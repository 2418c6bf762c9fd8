namespace ScoSearch.Core.Variants;

/// <summary>What a <see cref="QueryRun"/> is made of.</summary>
internal enum QueryRunKind
{
    /// <summary>Anything that is not corrected.</summary>
    Other,

    /// <summary>Han characters.</summary>
    Han,

    /// <summary>Words of Latin letters.</summary>
    Latin,
}
