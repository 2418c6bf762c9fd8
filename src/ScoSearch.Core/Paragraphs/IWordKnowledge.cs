namespace ScoSearch.Core.Paragraphs;

/// <summary>Knows words; evidence for joining a word that a line end cuts in two. Thread-safe.</summary>
public interface IWordKnowledge
{
    /// <summary>Whether two neighbouring characters are a word or belong to one.</summary>
    /// <param name="left">Last character of a line.</param>
    /// <param name="right">First character of the next line.</param>
    public bool IsWithinWord(char left, char right);
}
