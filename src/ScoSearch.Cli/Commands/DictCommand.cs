using System.CommandLine;
using System.Globalization;
using System.IO;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Dictionaries;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch dict</c>: lists, checks and extends the dictionaries.</summary>
internal sealed class DictCommand
{
    private readonly CommandContext _context;
    private readonly Option<string> _format;

    private DictCommand(CommandContext context)
    {
        _context = context;
        _format = context.Format("text", "json");
    }

    public static Command Create(CommandContext context)
    {
        DictCommand command = new(context);
        return new Command("dict", context.Texts.Of("查看、检查、增补词典", "list, check and extend the dictionaries"))
        {
            command.CreateList(), command.CreateValidate(), DictWordCommand.CreateAdd(context), DictWordCommand.CreateRemove(context),
        };
    }

    private Command CreateList()
    {
        Argument<string> which = new("WHICH")
        {
            Description = _context.Texts.Of("words 或 synonyms", "words or synonyms"),
            DefaultValueFactory = _ => "words",
        };
        which.AcceptOnlyFromAmong("words", "synonyms");
        Command list = new("list", _context.Texts.Of("列出词条", "list entries"))
        {
            which, _context.Index, _context.Dictionaries, _format,
        };
        list.SetAction(parse =>
        {
            DictionarySet set = Load(parse);
            bool json = parse.GetValue(_format) == "json";
            return parse.GetValue(which) == "words" ? ListWords(set.Words, json) : ListSynonyms(set.Synonyms, json);
        });
        return list;
    }

    private Command CreateValidate()
    {
        Command validate = new("validate", _context.Texts.Of("检查词典文件", "check the dictionary files"))
        {
            _context.Index, _context.Dictionaries, _format,
        };
        validate.SetAction(Validate);
        return validate;
    }

    private int Validate(ParseResult parse)
    {
        List<DictionaryProblem> problems = [];
        string folder = FolderOf(parse);
        foreach (Action<string> load in (ReadOnlySpan<Action<string>>)
            [f => UserWords.Load(Path.Combine(f, DictionarySet.WordsFileName)),
             f => Synonyms.Load(Path.Combine(f, DictionarySet.SynonymsFileName))])
        {
            try
            {
                load(folder);
            }
            catch (DictionaryFormatException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        if (parse.GetValue(_format) == "json")
        {
            WriteProblems(problems);
        }
        else if (problems.Count == 0)
        {
            DictionarySet set = Load(parse);
            _context.Terminal.Out.WriteLine(_context.Texts.Of(
                $"词典无误：{set.Words.Words.Count} 个词，{set.Synonyms.Sets.Count} 组同义词，{set.Synonyms.Expansions.Count} 条扩展",
                $"sound: {set.Words.Words.Count} words, {set.Synonyms.Sets.Count} sets of synonyms, {set.Synonyms.Expansions.Count} expansions"));
        }
        else
        {
            problems.ForEach(p => _context.Terminal.WriteError(DictionaryMessages.Describe(p, _context.Texts)));
        }

        return problems.Count == 0 ? ExitCodes.Success : ExitCodes.Nothing;
    }

    private void WriteProblems(List<DictionaryProblem> problems) => JsonOutput.WriteLine(_context.Terminal, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("valid", problems.Count == 0);
        json.WriteStartArray("problems");
        foreach (DictionaryProblem problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("file", problem.File);
            json.WriteNumber("line", problem.Line);
            json.WriteString("problem", problem.Kind.ToString());
            json.WriteString("entry", problem.Entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private int ListWords(UserWords words, bool json)
    {
        if (!json && _context.Terminal.IsOutputTerminal)
        {
            TableView.Write(
                _context.Terminal,
                [(_context.Texts.Of("词", "word"), false), (_context.Texts.Of("词频", "frequency"), true)],
                words.Words.Select(word => (string[])[word.Text, word.Frequency?.ToString("N0", CultureInfo.InvariantCulture) ?? ""]));
            return ExitCodes.Success;
        }

        foreach (UserWord word in words.Words)
        {
            if (json)
            {
                JsonOutput.WriteLine(_context.Terminal, j =>
                {
                    j.WriteStartObject();
                    j.WriteString("word", word.Text);
                    if (word.Frequency is int frequency)
                    {
                        j.WriteNumber("frequency", frequency);
                    }

                    j.WriteEndObject();
                });
            }
            else
            {
                _context.Terminal.Out.WriteLine(word.Frequency is int frequency
                    ? word.Text + "\t" + frequency.ToString(CultureInfo.InvariantCulture)
                    : word.Text);
            }
        }

        return ExitCodes.Success;
    }

    private int ListSynonyms(Synonyms synonyms, bool json)
    {
        if (!json && _context.Terminal.IsOutputTerminal)
        {
            TableView.Write(
                _context.Terminal,
                [(_context.Texts.Of("词", "word"), false), (_context.Texts.Of("同义词", "synonyms"), false)],
                [
                    .. synonyms.Sets.Select(set => (string[])[set.Entries[0], "= " + string.Join(" = ", set.Entries.Skip(1))]),
                    .. synonyms.Expansions.Select(row => (string[])[row.From, "=> " + string.Join(", ", row.To)]),
                ]);
            return ExitCodes.Success;
        }

        foreach (SynonymSet set in synonyms.Sets)
        {
            WriteEntries(null, set.Entries, json);
        }

        foreach (SynonymExpansion expansion in synonyms.Expansions)
        {
            WriteEntries(expansion.From, expansion.To, json);
        }

        return ExitCodes.Success;
    }

    private void WriteEntries(string? from, IReadOnlyList<string> entries, bool json)
    {
        if (!json)
        {
            _context.Terminal.Out.WriteLine(from is null ? string.Join(" = ", entries) : $"{from} => {string.Join(", ", entries)}");
            return;
        }

        JsonOutput.WriteLine(_context.Terminal, j =>
        {
            j.WriteStartObject();
            if (from is not null)
            {
                j.WriteString("from", from);
            }

            j.WriteStartArray(from is null ? "synonyms" : "to");
            foreach (string entry in entries)
            {
                j.WriteStringValue(entry);
            }

            j.WriteEndArray();
            j.WriteEndObject();
        });
    }

    private string FolderOf(ParseResult parse) => DictWordCommand.FolderOf(_context, parse);

    private DictionarySet Load(ParseResult parse)
    {
        string folder = FolderOf(parse);
        return Directory.Exists(folder)
            ? DictionarySet.Load(folder)
            : throw new UserErrorException(_context.Texts.Of($"没有词典目录 {folder}", $"there is no dictionary folder {folder}"));
    }
}
