namespace ScoSearch.Lucene.Search;

/// <summary>A regular expression is not well-formed.</summary>
public sealed class RegexpSyntaxException : FormatException
{
    /// <summary>Creates the error without details.</summary>
    public RegexpSyntaxException() : this("the regular expression is not well-formed")
    {
    }

    /// <summary>Creates the error with a message.</summary>
    public RegexpSyntaxException(string message) : base(message)
    {
    }

    /// <summary>Creates the error with a message and a cause.</summary>
    public RegexpSyntaxException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal RegexpSyntaxException(string expected, int position)
        : base(FormattableString.Invariant($"regular expression: expected {expected} at position {position}"))
    {
        Expected = expected;
        Position = position;
    }

    /// <summary>What should have stood there, such as <c>')'</c> or <c>a character</c>.</summary>
    public string Expected { get; } = "";

    /// <summary>Where, in code points from 0.</summary>
    public int Position { get; }
}
