using System.CommandLine;
using ScoSearch.Cli.Output;
using ScoSearch.Core;
using ScoSearch.Core.Dictionaries;

namespace ScoSearch.Cli;

/// <summary>What every command needs: language, terminal and the options that all share.</summary>
internal sealed class CommandContext
{
    public CommandContext(Texts texts, Terminal terminal)
    {
        Texts = texts;
        Terminal = terminal;
        Language = new Option<string>("--lang")
        {
            Description = texts.Of("提示语言", "language of messages"),
            HelpName = "zh|en",
            Recursive = true,
        };
        Language.AcceptOnlyFromAmong("zh", "en");
        Index = new Option<string>("--index", "-i")
        {
            Description = texts.Of(
                "索引目录；默认取 SCOSEARCH_INDEX，否则 index-data/index",
                "folder of the index; default: SCOSEARCH_INDEX, else index-data/index"),
            HelpName = "DIR",
        };
        Dictionaries = new Option<string>("--dictionaries")
        {
            Description = texts.Of(
                "词典目录；默认取 SCOSEARCH_DICTIONARIES，否则索引旁的 dictionaries",
                "folder of the dictionaries; default: SCOSEARCH_DICTIONARIES, else dictionaries beside the index"),
            HelpName = "DIR",
        };
    }

    public Texts Texts { get; }

    public Terminal Terminal { get; }

    public Option<string> Language { get; }

    public Option<string> Index { get; }

    public Option<string> Dictionaries { get; }

    /// <summary>A <c>--format</c> option; the first value is the default.</summary>
    public Option<string> Format(params string[] values)
    {
        Option<string> option = new("--format", "-f")
        {
            Description = Texts.Of($"输出格式（默认 {values[0]}）", $"output format (default {values[0]})"),
            HelpName = string.Join('|', values),
            DefaultValueFactory = _ => values[0],
        };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    /// <summary>Folder of the index the command works on.</summary>
    public string IndexPathOf(ParseResult parse) =>
        NonEmpty(parse.GetValue(Index)) ?? NonEmpty(Environment.GetEnvironmentVariable("SCOSEARCH_INDEX"))
        ?? System.IO.Path.Combine("index-data", "index");

    /// <summary>Folder of an index that is there.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public string ExistingIndexOf(ParseResult parse)
    {
        string index = IndexPathOf(parse);
        return ScoSearchIndex.Exists(index)
            ? index
            : throw new UserErrorException(Texts.Of(
                $"{index} 里还没有索引。先建立：scosearch index PATH",
                $"there is no index in {index}; build one with: scosearch index PATH"));
    }

    /// <summary>Folder of the dictionaries that was named, or null when the one beside the index is meant.</summary>
    public string? DictionaryPathOf(ParseResult parse) =>
        NonEmpty(parse.GetValue(Dictionaries)) ?? NonEmpty(Environment.GetEnvironmentVariable("SCOSEARCH_DICTIONARIES"));

    /// <summary>Opens the index the command works on, with the dictionaries that belong to it.</summary>
    public ScoSearchIndex OpenIndex(ParseResult parse) => ScoSearchIndex.Open(ExistingIndexOf(parse), NamedDictionariesOf(parse));

    /// <summary>The dictionaries that were named, or null when those beside the index are meant.</summary>
    public DictionarySet? NamedDictionariesOf(ParseResult parse) =>
        DictionaryPathOf(parse) is string folder ? DictionarySet.Load(folder) : null;

    /// <summary>The dictionaries that were named, else those beside the index.</summary>
    public DictionarySet DictionariesOf(ParseResult parse) =>
        NamedDictionariesOf(parse) ?? DictionarySet.LoadBeside(IndexPathOf(parse));

    private static string? NonEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
