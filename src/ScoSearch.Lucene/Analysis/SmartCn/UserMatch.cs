namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>A user word in a sentence.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Unit behind the last one.</param>
/// <param name="Word">Number of the word.</param>
internal readonly record struct UserMatch(int Start, int End, int Word);
