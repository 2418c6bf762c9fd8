using System.CommandLine;
using System.CommandLine.Parsing;

namespace ScoSearch.Cli;

/// <summary>Options that take a whole number between bounds, which are said when it lies outside.</summary>
internal static class NumberOption
{
    /// <summary>An option with a default.</summary>
    public static Option<int> Create(
        Texts texts, string name, int value, (int Least, int Most) bounds, string description, params string[] aliases)
    {
        Option<int> option = new(name, aliases) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result => Check(result, name, bounds, texts));
        return option;
    }

    /// <summary>Adds a mistake to an option whose number lies outside the bounds.</summary>
    public static void Check(OptionResult result, string name, (int Least, int Most) bounds, Texts texts)
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[^1].Value, out int number)
            && (number < bounds.Least || number > bounds.Most))
        {
            result.AddError(texts.Of(
                $"{name} 须在 {bounds.Least} 到 {bounds.Most} 之间，而不是 {number}",
                $"{name} must be from {bounds.Least} to {bounds.Most}, not {number}"));
        }
    }
}
