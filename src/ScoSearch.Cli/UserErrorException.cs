namespace ScoSearch.Cli;

/// <summary>A mistake in what the user asked for; the message is for the user, in the user's language.</summary>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class UserErrorException(string message) : Exception(message);
