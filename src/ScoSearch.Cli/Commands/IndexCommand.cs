using System.CommandLine;
using System.IO;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch index</c>: files into the index.</summary>
internal sealed class IndexCommand
{
    private const int MostThreads = 256;

    private readonly CommandContext _context;
    private readonly Argument<string[]> _paths;
    private readonly Option<bool> _rebuild;
    private readonly Option<bool> _prune;
    private readonly Option<bool> _dryRun;
    private readonly Option<bool> _watch;
    private readonly Option<int> _threads;
    private readonly Option<string> _id;
    private readonly ReadingChoices _reading;
    private readonly Option<string> _format;

    private IndexCommand(CommandContext context)
    {
        _context = context;
        Texts texts = context.Texts;
        _paths = new Argument<string[]>("PATH")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = texts.Of(
                "文件、目录、通配符（*、?、**），或 -（标准输入）；不写则取索引旁的 corpus",
                "files, folders, patterns (*, ?, **), or - for standard input; default: corpus beside the index"),
        };
        _rebuild = Flag("--rebuild", texts.Of("全部重建；完成之前旧索引照常可查", "build anew; the old index serves until the end"));
        _prune = Flag("--prune", texts.Of("删去文件已不在的文档", "remove documents whose files are gone"));
        _dryRun = Flag("--dry-run", texts.Of("只列出会有什么变化", "only list what would change"));
        _watch = Flag("--watch", texts.Of("持续跟踪，直到 Ctrl-C", "follow changes until Ctrl-C"));
        _threads = NumberOption.Create(
            texts, "--threads", 0, (0, MostThreads), texts.Of("线程数（默认每个处理器一个）", "threads (default one a processor)"));
        _id = new Option<string>("--id")
        {
            Description = texts.Of(
                "标准输入那篇文档的 id；扩展名可以表明格式（默认 stdin.txt）",
                "id of the document on standard input; an extension may name the format (default: stdin.txt)"),
            HelpName = "ID",
            DefaultValueFactory = _ => "stdin.txt",
        };
        _reading = new ReadingChoices(texts);
        _format = context.Format("text", "json");
    }

    public static Command Create(CommandContext context)
    {
        IndexCommand command = new(context);
        Command index = new("index", context.Texts.Of("把文件编入索引", "index files"))
        {
            command._paths, context.Index, context.Dictionaries, command._rebuild, command._prune, command._dryRun,
            command._watch, command._threads, command._id, command._format,
        };
        command._reading.AddTo(index);
        index.SetAction(command.Run);
        return index;
    }

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    private int Run(ParseResult parse)
    {
        string index = _context.IndexPathOf(parse);
        bool json = parse.GetValue(_format) == "json";
        string[] paths = PathsOf(parse, index);
        IndexerOptions options = OptionsOf(parse);
        IndexingRequest request = new()
        {
            Paths = [.. paths.Where(p => p != StandardInput.Name)],
            Documents = paths.Contains(StandardInput.Name)
                ? [StandardInput.Read(parse.GetRequiredValue(_id), options.Reading)] : [],
            Rebuild = parse.GetValue(_rebuild),
            Prune = parse.GetValue(_prune),
            DryRun = parse.GetValue(_dryRun),
        };
        using Indexer indexer = new(index, options);
        IndexingSummary summary = new IndexingProgressView(_context).Follow(
            progress => indexer.Run(request, progress, Interruption.Token));
        IndexReport.Write(_context, summary, request, json);
        if (parse.GetValue(_watch) && !request.DryRun)
        {
            new IndexWatch(_context, indexer, request with { Rebuild = false, Documents = [] }, json).Run(summary.Failed, Interruption.Token);
            return ExitCodes.Success;
        }

        bool didNothing = summary.Documents == 0 && summary.Unchanged == 0 && summary.Removed == 0;
        if (didNothing && summary.Failed.Count == 0)
        {
            _context.Terminal.WriteError(_context.Texts.Of(
                $"{string.Join("、", paths)} 里没有可以编入的文件", $"there are no files to index in {string.Join(", ", paths)}"));
        }

        return didNothing ? ExitCodes.Nothing : summary.Failed.Count > 0 ? ExitCodes.Trouble : ExitCodes.Success;
    }

    private string[] PathsOf(ParseResult parse, string index)
    {
        string[] paths = parse.GetValue(_paths) ?? [];
        if (paths.Length > 0)
        {
            return paths;
        }

        string corpus = Path.Combine(Path.GetDirectoryName(DictionarySet.FolderBeside(index)) ?? ".", "corpus");
        if (!Directory.Exists(corpus))
        {
            throw new UserErrorException(_context.Texts.Of(
                $"请写出要编入的文件或目录（没有默认的 {corpus}）", $"name files or folders to index (there is no default {corpus})"));
        }

        return [Path.GetRelativePath(".", corpus)];
    }

    private IndexerOptions OptionsOf(ParseResult parse) => new()
    {
        Dictionaries = _context.NamedDictionariesOf(parse),
        Readers = FormatReaders.All,
        Reading = _reading.Of(parse),
        Threads = parse.GetValue(_threads),
    };
}
