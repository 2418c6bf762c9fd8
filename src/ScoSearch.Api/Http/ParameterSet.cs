using System.Globalization;

namespace ScoSearch.Api.Http;

/// <summary>The parameters an endpoint knows: checks values, and names what is wrong with them. Immutable; thread-safe.</summary>
internal sealed class ParameterSet
{
    private readonly Dictionary<string, Parameter> _byName;
    private readonly Dictionary<string, object?> _defaults = new(StringComparer.Ordinal);

    public ParameterSet(params IReadOnlyList<Parameter> parameters)
    {
        All = parameters;
        _byName = parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        foreach (Parameter parameter in parameters)
        {
            _defaults[parameter.Name] = parameter.Default is null
                ? null
                : Parse(parameter, [parameter.Default], out Problem? problem)
                    ?? throw new ArgumentException($"the default of {parameter.Name} is wrong: {problem!.English}", nameof(parameters));
        }
    }

    /// <summary>The parameters, in the order of their description.</summary>
    public IReadOnlyList<Parameter> All { get; }

    /// <summary>The value of an absent parameter.</summary>
    public object? DefaultOf(string name) => _defaults[name];

    /// <summary>Checks what was given.</summary>
    /// <param name="raw">Names with their values as text, each name once.</param>
    /// <param name="problem">The first thing that is wrong; null when nothing is.</param>
    /// <returns>The values, or null with a problem.</returns>
    public ParameterValues? Check(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> raw, out Problem? problem)
    {
        Dictionary<string, object> values = new(StringComparer.Ordinal);
        foreach ((string name, IReadOnlyList<string> texts) in raw)
        {
            if (!_byName.TryGetValue(name, out Parameter? parameter))
            {
                problem = ParameterProblems.Unknown(name, All);
                return null;
            }

            if (Parse(parameter, texts, out problem) is not { } value)
            {
                return null;
            }

            values[name] = value;
        }

        problem = All.Where(parameter => parameter.IsRequired && !values.ContainsKey(parameter.Name))
            .Select(ParameterProblems.Missing).FirstOrDefault();
        return problem is null ? new ParameterValues(this, values) : null;
    }

    private static object? Parse(Parameter parameter, IReadOnlyList<string> texts, out Problem? problem)
    {
        problem = null;
        if (parameter.Kind == ParameterKind.Choices)
        {
            string[] words = [.. texts
                .SelectMany(text => text.Split([',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.Ordinal)];
            problem = words.FirstOrDefault(word => !parameter.Values.Contains(word)) is { } wrong
                ? ParameterProblems.NotAmong(parameter, wrong)
                : null;
            return problem is null ? words : null;
        }

        if (texts.Count != 1)
        {
            problem = ParameterProblems.Repeated(parameter);
            return null;
        }

        return ParseOne(parameter, texts[0], out problem);
    }

    private static object? ParseOne(Parameter parameter, string text, out Problem? problem)
    {
        problem = null;
        switch (parameter.Kind)
        {
            case ParameterKind.Text when IsBetween(text.Length, parameter) && (parameter.Minimum == 0 || !string.IsNullOrWhiteSpace(text)):
                return text;
            case ParameterKind.Choice when parameter.Values.Contains(text):
                return text;
            case ParameterKind.Switch when text is "true" or "1" or "":
                return true;
            case ParameterKind.Switch when text is "false" or "0":
                return false;
            case ParameterKind.Whole when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole)
                && IsBetween(whole, parameter):
                return (double)whole;
            case ParameterKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && double.IsFinite(number) && IsBetween(number, parameter):
                return number;
            case ParameterKind.Choice:
                problem = ParameterProblems.NotAmong(parameter, text);
                return null;
            default:
                problem = ParameterProblems.Wrong(parameter);
                return null;
        }
    }

    private static bool IsBetween(double value, Parameter parameter) =>
        value >= parameter.Minimum && value <= parameter.Maximum;
}
