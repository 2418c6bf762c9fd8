namespace ScoSearch.Api.Http;

/// <summary>A parameter of a request: how it is checked and how it is described. Immutable.</summary>
/// <param name="Name">Its name, the same in a query string and in JSON.</param>
/// <param name="Kind">What its values look like.</param>
/// <param name="Chinese">What it means, in Chinese.</param>
/// <param name="English">What it means, in English.</param>
internal sealed record Parameter(string Name, ParameterKind Kind, string Chinese, string English)
{
    /// <summary>Smallest number, or shortest text in UTF-16 units.</summary>
    public double Minimum { get; init; }

    /// <summary>Largest number, or longest text in UTF-16 units.</summary>
    public double Maximum { get; init; } = double.MaxValue;

    /// <summary>The words of a choice.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What holds when it is absent, as it would be written; null for nothing.</summary>
    public string? Default { get; init; }

    /// <summary>A value to show in descriptions, or null.</summary>
    public string? Example { get; init; }

    /// <summary>Whether a request without it is a mistake.</summary>
    public bool IsRequired { get; init; }
}
