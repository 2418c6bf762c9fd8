namespace ScoSearch.TestSupport;

/// <summary>A part of an index dump.</summary>
/// <param name="Name">For example "segment/0/terms/body".</param>
/// <param name="Lines">The number of lines.</param>
/// <param name="Hash">The FNV-1a hash over the lines, sixteen hexadecimal digits.</param>
public readonly record struct JudgeSection(string Name, long Lines, string Hash);
