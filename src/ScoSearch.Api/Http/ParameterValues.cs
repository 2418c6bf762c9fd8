namespace ScoSearch.Api.Http;

/// <summary>Checked parameters of a request, with the defaults of those that are absent. Immutable; thread-safe.</summary>
/// <param name="parameters">The parameters that the endpoint knows.</param>
/// <param name="given">Values of those that were given.</param>
internal sealed class ParameterValues(ParameterSet parameters, IReadOnlyDictionary<string, object> given)
{
    /// <summary>Whether a value was given.</summary>
    public bool Has(string name) => given.ContainsKey(name);

    /// <summary>A text or a choice; null when it is absent and has no default.</summary>
    public string? Text(string name) => (string?)Find(name);

    /// <summary>A whole number with a default.</summary>
    public int Whole(string name) => (int)(double)Find(name)!;

    /// <summary>A number; null when it is absent and has no default.</summary>
    public double? Number(string name) => (double?)Find(name);

    /// <summary>A switch; one without default is off.</summary>
    public bool Switch(string name) => (bool?)Find(name) ?? false;

    /// <summary>Choices; none when absent.</summary>
    public IReadOnlyList<string> Choices(string name) => (IReadOnlyList<string>?)Find(name) ?? [];

    private object? Find(string name) =>
        given.TryGetValue(name, out object? value) ? value : parameters.DefaultOf(name);
}
