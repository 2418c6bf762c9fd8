namespace ScoSearch.Core.Suggesting;

/// <summary>Asks how the text typed so far may go on. Immutable; safe to share between threads.</summary>
/// <param name="Text">What was typed, at most <see cref="MaxTextLength"/> UTF-16 units; characters, pinyin or first letters.</param>
public sealed record SuggestRequest(string Text)
{
    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int MaxTextLength = 1024;

    /// <summary>Most suggestions one answer carries.</summary>
    public const int MaxLimit = 50;

    /// <summary>Number of suggestions wanted, from 1 to <see cref="MaxLimit"/>; the default is 10.</summary>
    public int Limit { get; init; } = 10;

    /// <exception cref="ArgumentException">The text is too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of its range.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Text);
        if (Text.Length > MaxTextLength)
        {
            throw new ArgumentException($"The text has {Text.Length} characters; at most {MaxTextLength} are allowed.");
        }

        if (Limit is < 1 or > MaxLimit)
        {
            throw new ArgumentOutOfRangeException(nameof(Limit), Limit, $"Limit must be from 1 to {MaxLimit}.");
        }
    }
}
