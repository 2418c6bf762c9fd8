using System.Globalization;

namespace ScoSearch.Benchmarks;

/// <summary>Command and <c>--name value</c> options, the same as those of the reference side.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Options(string[] args)
    {
        Command = args[0];
        Arguments = args[1..];
        for (int i = 1; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Length)
            {
                throw new ArgumentException($"expected --option value, found {args[i]}");
            }

            _values[args[i][2..]] = args[i + 1];
        }
    }

    public string Command { get; }

    public IReadOnlyList<string> Arguments { get; }

    public string Get(string name, string fallback) => _values.GetValueOrDefault(name, fallback);

    public string Required(string name) =>
        _values.TryGetValue(name, out string? value) ? value : throw new ArgumentException($"--{name} is missing");

    public int Integer(string name, int fallback) =>
        _values.TryGetValue(name, out string? value) ? int.Parse(value, CultureInfo.InvariantCulture) : fallback;

    public double Number(string name, double fallback) =>
        _values.TryGetValue(name, out string? value) ? double.Parse(value, CultureInfo.InvariantCulture) : fallback;

    public bool Flag(string name, bool fallback) =>
        _values.TryGetValue(name, out string? value) ? bool.Parse(value) : fallback;
}
