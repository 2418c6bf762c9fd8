namespace ScoSearch.Core.Dictionaries;

/// <summary>A dictionary has lines that cannot be used. The message names the first ones.</summary>
public sealed class DictionaryFormatException : Exception
{
    /// <summary>Creates an exception without problems.</summary>
    public DictionaryFormatException()
        : this("a dictionary cannot be used")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">What happened.</param>
    public DictionaryFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public DictionaryFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception from problems.</summary>
    /// <param name="problems">At least one problem.</param>
    public DictionaryFormatException(IReadOnlyList<DictionaryProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>The lines that cannot be used, in order; at most a hundred.</summary>
    public IReadOnlyList<DictionaryProblem> Problems { get; } = [];

    private static string Describe(IReadOnlyList<DictionaryProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        string rest = problems.Count > 3 ? $" (and {problems.Count - 3} more)" : "";
        return string.Join("; ", problems.Take(3)) + rest;
    }
}
