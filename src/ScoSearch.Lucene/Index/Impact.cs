namespace ScoSearch.Lucene.Index;

/// <summary>A bound for the scores of a range of documents: each has a frequency of at most <paramref name="Freq"/>
/// while its norm, as unsigned number, is at least <paramref name="Norm"/>.</summary>
/// <param name="Freq">Largest frequency, at least 1.</param>
/// <param name="Norm">Smallest norm; compared unsigned, never 0.</param>
public readonly record struct Impact(int Freq, long Norm);
