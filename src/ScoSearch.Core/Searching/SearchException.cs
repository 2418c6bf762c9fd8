namespace ScoSearch.Core.Searching;

/// <summary>A request that cannot be answered as it is: the caller's mistake, not the index's.</summary>
/// <param name="code">Stable code, such as <c>query_syntax</c>, <c>filter_syntax</c>, <c>unknown_field</c>, <c>query_too_complex</c>, <c>cursor_expired</c>.</param>
/// <param name="chinese">What is wrong, in Chinese.</param>
/// <param name="english">What is wrong, in English.</param>
/// <param name="parameter">The part of the request that is meant: "q", "filter", "cursor" ...</param>
/// <param name="position">Where in that part, in UTF-16 units from 0; null when it is no place.</param>
public sealed class SearchException(string code, string chinese, string english, string parameter, int? position = null)
    : ArgumentException(english)
{
    /// <summary>Stable code of the mistake, in lower case with underscores.</summary>
    public string Code { get; } = code;

    /// <summary>The part of the request that is meant.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>Where in that part, in UTF-16 units from 0; null when it is no place.</summary>
    public int? Position { get; } = position;

    /// <summary>What is wrong, in a language.</summary>
    public string MessageIn(MessageLanguage language) => language == MessageLanguage.Chinese ? chinese : Message;
}
