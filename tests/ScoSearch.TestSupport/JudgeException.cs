namespace ScoSearch.TestSupport;

/// <summary>The judge could not be started, has ended, or reports an exception.</summary>
public sealed class JudgeException : Exception
{
    /// <summary>Creates the exception with a message.</summary>
    public JudgeException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public JudgeException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Creates the exception.</summary>
    public JudgeException()
    {
    }
}
