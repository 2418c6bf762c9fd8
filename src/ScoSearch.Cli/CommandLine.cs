using System.CommandLine;
using System.CommandLine.Help;
using ScoSearch.Cli.Commands;
using ScoSearch.Cli.Output;

namespace ScoSearch.Cli;

/// <summary>The tool from arguments to exit code.</summary>
internal static class CommandLine
{
    public static int Run(string[] arguments)
    {
        Texts texts = Texts.Choose(arguments, Environment.GetEnvironmentVariable);
        using Terminal terminal = new();
        CommandContext context = new(texts, terminal);
        RootCommand root = Build(context);

        // Queries may begin with "@"; nobody asked for response files.
        ParseResult parse = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Errors.Count > 0 && parse.Action is not HelpWithExamples)
        {
            return ReportUsage(context, parse);
        }

        using Interruption interruption = new(terminal, texts);
        return Failures.Guard(context, ErrorCodeOf(parse), () =>
        {
            int code = parse.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = terminal.Out,
                Error = terminal.Error,
            });
            terminal.Flush();
            return code;
        });
    }

    private static RootCommand Build(CommandContext context)
    {
        RootCommand root = new(context.Texts.Of("中文段落检索：建索引、查询、检查。", "Chinese paragraph search: index, search, check."))
        {
            IndexCommand.Create(context),
            SearchCommand.Create(context),
            ShowCommand.Create(context),
            SuggestCommand.Create(context),
            InspectCommand.Create(context),
            AnalyzeCommand.Create(context),
            CheckCommand.Create(context),
            StatsCommand.Create(context),
            DictCommand.Create(context),
            ExportCommand.Create(context),
            EvalCommand.Create(context),
            ServeCommand.Create(context),
            KeyCommand.Create(context),
            CompletionCommand.Create(context),
        };
        root.Options.Add(context.Language);
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction standard } help)
            {
                help.Action = new HelpWithExamples(standard, context);
            }
        }

        return root;
    }

    private static int ReportUsage(CommandContext context, ParseResult parse)
    {
        Texts texts = context.Texts;
        foreach (string mistake in UsageErrors.Describe(parse, texts).Take(3))
        {
            context.Terminal.WriteError(texts.Of("参数有误：", "usage: ") + VisibleText.Of(mistake));
        }

        string command = UsageErrors.PathOf(parse.CommandResult);
        context.Terminal.WriteError(texts.Of($"用法见 {command} --help", $"see {command} --help"));
        return ErrorCodeOf(parse);
    }

    // Search, suggest and check use 1 for "none" and "damaged", so that a mistake must be told apart; elsewhere 1 is failure.
    private static int ErrorCodeOf(ParseResult parse) =>
        parse.CommandResult.Command.Name is "search" or "suggest" or "check" ? ExitCodes.Trouble : ExitCodes.Nothing;
}
