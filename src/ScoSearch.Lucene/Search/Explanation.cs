using System.Globalization;
using System.Text;

namespace ScoSearch.Lucene.Search;

/// <summary>How a score came to be: a number, what it means, and the numbers it was computed from. Immutable.</summary>
public sealed class Explanation
{
    private Explanation(bool isMatch, float value, string description, IReadOnlyList<Explanation> details)
    {
        IsMatch = isMatch;
        Value = value;
        Description = description;
        Details = details;
    }

    /// <summary>True when the document matches (at this part of the query).</summary>
    public bool IsMatch { get; }

    /// <summary>The number; at the root of a matching document exactly the score of a search.</summary>
    public float Value { get; }

    /// <summary>What the number is.</summary>
    public string Description { get; }

    /// <summary>What it was computed from.</summary>
    public IReadOnlyList<Explanation> Details { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        StringBuilder text = new();
        Write(text, 0);
        return text.ToString();
    }

    internal static Explanation Match(float value, string description, params IReadOnlyList<Explanation> details) =>
        new(true, value, description, details);

    internal static Explanation NoMatch(string description, params IReadOnlyList<Explanation> details) =>
        new(false, 0, description, details);

    private void Write(StringBuilder text, int depth)
    {
        text.Append(' ', 2 * depth).Append(Value.ToString("R", CultureInfo.InvariantCulture)).Append(" = ")
            .Append(Description).Append('\n');
        foreach (Explanation detail in Details)
        {
            detail.Write(text, depth + 1);
        }
    }
}
