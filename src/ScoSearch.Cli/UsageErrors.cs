using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace ScoSearch.Cli;

/// <summary>Mistakes in the arguments, in the user's language.</summary>
/// <remarks>
/// The parser knows English only and gives no codes: its messages are recognised by their shape, and one of an unknown shape
/// is shown as it is. Messages of our own validators are in the user's language already.
/// </remarks>
internal static partial class UsageErrors
{
    /// <summary>The mistakes, most telling first.</summary>
    public static IReadOnlyList<string> Describe(ParseResult parse, Texts texts)
    {
        IEnumerable<ParseError> errors = parse.Errors;
        if (parse.UnmatchedTokens.Count > 0)
        {
            // An unknown word is also no command; one message says both.
            errors = errors.Where(error => !IsCommandMissing(error));
        }

        return [.. errors.Select(error => Describe(error, texts)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The command as it is written, with the commands above it.</summary>
    public static string PathOf(CommandResult command)
    {
        string names = "";
        for (CommandResult? result = command; result is { Command: not RootCommand }; result = result.Parent as CommandResult)
        {
            names = " " + result.Command.Name + names;
        }

        return "scosearch" + names;
    }

    private static bool IsCommandMissing(ParseError error) => error.Message == "Required command was not provided.";

    private static string Describe(ParseError error, Texts texts)
    {
        if (IsCommandMissing(error))
        {
            string names = string.Join(", ", CommandsOf(error.SymbolResult));
            return texts.Of($"还要写出命令，可用的有：{names}", $"a command is missing; there are: {names}");
        }

        return MissingArgument(error, texts) ?? WrongType(error, texts) ?? NotAmong(error, texts) ?? Unknown(error, texts) ?? error.Message;
    }

    private static IEnumerable<string> CommandsOf(SymbolResult? symbol) =>
        symbol is CommandResult command ? command.Command.Subcommands.Select(c => c.Name) : [];

    private static string? MissingArgument(ParseError error, Texts texts)
    {
        if (RequiredOption().Match(error.Message) is { Success: true } option)
        {
            return texts.Of($"缺少选项 {option.Groups[1].Value}", $"{option.Groups[1].Value} is needed");
        }

        Match match = RequiredArgument().Match(error.Message);
        if (!match.Success)
        {
            return null;
        }

        string name = match.Groups[2].Value;
        if (match.Groups[1].Value == "option")
        {
            return texts.Of($"{name} 后面缺少值", $"{name} needs a value");
        }

        string arguments = string.Join(" ", ArgumentsOf(error.SymbolResult).DefaultIfEmpty(name));
        return texts.Of($"缺少 {arguments}", $"{arguments} is missing");
    }

    private static IEnumerable<string> ArgumentsOf(SymbolResult? symbol) => symbol switch
    {
        ArgumentResult argument => [argument.Argument.Name],
        CommandResult command => command.Command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0).Select(a => a.Name),
        _ => [],
    };

    private static string? WrongType(ParseError error, Texts texts)
    {
        Match match = CannotParse().Match(error.Message);
        if (!match.Success)
        {
            return null;
        }

        (string value, string option) = (match.Groups[1].Value, match.Groups[2].Value);
        return match.Groups[3].Value.Contains("Int", StringComparison.Ordinal)
            ? texts.Of($"{option} 后面应是整数，而不是“{value}”", $"{option} takes a whole number, not '{value}'")
            : texts.Of($"{option} 后面应是数，而不是“{value}”", $"{option} takes a number, not '{value}'");
    }

    private static string? NotAmong(ParseError error, Texts texts)
    {
        Match match = MustBeOneOf().Match(error.Message);
        if (!match.Success)
        {
            return null;
        }

        string values = string.Join(", ", Quoted().Matches(match.Groups[2].Value).Select(m => m.Groups[1].Value));
        return texts.Of($"“{match.Groups[1].Value}”不可用，可以是：{values}", $"'{match.Groups[1].Value}' is none of: {values}");
    }

    private static string? Unknown(ParseError error, Texts texts)
    {
        Match match = Unrecognized().Match(error.Message);
        return match.Success
            ? texts.Of($"没有“{match.Groups[1].Value}”这样的命令或选项", $"there is no command or option '{match.Groups[1].Value}'")
            : null;
    }

    [GeneratedRegex(@"^Option '(.+)' is required\.$")]
    private static partial Regex RequiredOption();

    [GeneratedRegex(@"^Required argument missing for (\w+): '(.+)'\.$")]
    private static partial Regex RequiredArgument();

    [GeneratedRegex(@"^Cannot parse argument '(.*)' for (?:option|command|argument) '(.+)' as expected type '([^']+)'\.", RegexOptions.Singleline)]
    private static partial Regex CannotParse();

    [GeneratedRegex(@"^Argument '(.*)' not recognized\. Must be one of:(.*)$", RegexOptions.Singleline)]
    private static partial Regex MustBeOneOf();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^Unrecognized command or argument '(.*)'\.$", RegexOptions.Singleline)]
    private static partial Regex Unrecognized();
}
