namespace ScoSearch.Lucene.Search;

/// <summary>What a <see cref="Collector"/> needs of each match.</summary>
public enum ScoreMode
{
    /// <summary>Every match with its score.</summary>
    Complete,

    /// <summary>Every match, no scores.</summary>
    CompleteNoScores,

    /// <summary>Matches whose score can still compete, with scores.</summary>
    TopScores,
}
