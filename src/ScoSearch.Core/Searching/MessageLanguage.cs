namespace ScoSearch.Core.Searching;

/// <summary>Language of texts for people in an answer: explanations, reasons, errors.</summary>
public enum MessageLanguage
{
    /// <summary>Chinese.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
