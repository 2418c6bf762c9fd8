namespace ScoSearch.Core.Documents;

/// <summary>How the bytes of a text were decoded.</summary>
/// <param name="Name">Name of the encoding, such as <c>utf-8</c>, <c>gb18030</c> or <c>big5</c>.</param>
/// <param name="Certainty">From 0 (a guess) to 1 (a byte order mark, or an override).</param>
/// <param name="Evidence">What decided: <c>mark</c>, <c>override</c>, <c>valid</c>, <c>statistics</c> or <c>default</c>.</param>
/// <param name="Replaced">Number of byte sequences that could not be decoded and became U+FFFD.</param>
public readonly record struct DetectedEncoding(string Name, double Certainty, string Evidence, int Replaced);
