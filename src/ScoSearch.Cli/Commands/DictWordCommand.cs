using System.CommandLine;
using System.Globalization;
using System.IO;
using ScoSearch.Core;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch dict add</c> and <c>remove</c>: change words.txt and, in the same step, the index beside it.</summary>
/// <remarks>
/// The index comes first: when it cannot be changed, the file stays too. Should the program end between the two, the same
/// command finds the index changed already and writes the file.
/// </remarks>
internal sealed class DictWordCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _word;
    private readonly Option<int?> _frequency;

    private DictWordCommand(CommandContext context)
    {
        _context = context;
        _word = new Argument<string>("WORD") { Description = context.Texts.Of("词，不含空格", "the word, without blanks") };
        _frequency = new Option<int?>("--frequency")
        {
            Description = context.Texts.Of("词频，越大越容易成词", "frequency; the higher, the stronger the word"),
            HelpName = "N",
        };
    }

    public static Command CreateAdd(CommandContext context)
    {
        DictWordCommand command = new(context);
        Command add = new("add", context.Texts.Of("给 words.txt 加一个词，并更新索引", "add a word to words.txt and update the index"))
        {
            command._word, command._frequency, context.Index, context.Dictionaries,
        };
        add.SetAction(command.Add);
        return add;
    }

    public static Command CreateRemove(CommandContext context)
    {
        DictWordCommand command = new(context);
        Command remove = new("remove", context.Texts.Of("从 words.txt 删一个词，并更新索引", "remove a word from words.txt and update the index"))
        {
            command._word, context.Index, context.Dictionaries,
        };
        remove.SetAction(command.Remove);
        return remove;
    }

    /// <summary>Folder of the dictionaries the command works on.</summary>
    public static string FolderOf(CommandContext context, ParseResult parse) =>
        context.DictionaryPathOf(parse) ?? DictionarySet.FolderBeside(context.IndexPathOf(parse));

    private int Add(ParseResult parse)
    {
        UserWord word = new(parse.GetRequiredValue(_word), parse.GetValue(_frequency));
        Texts texts = _context.Texts;
        if (!UserWords.IsValid(word.Text) || word.Frequency is < 1)
        {
            throw new UserErrorException(texts.Of(
                "词里不能有空格，不能以 # 开头，最长 100 字；词频须是正整数", "a word has no blanks, no # in front and at most 100 characters; a frequency is positive"));
        }

        string folder = FolderOf(_context, parse);
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, DictionarySet.WordsFileName);
        DictionarySet before = DictionarySet.Load(folder);
        if (before.Words.Contains(word.Text))
        {
            _context.Terminal.Out.WriteLine(texts.Of($"{file} 里已有这个词", $"{file} has this word already"));
            return ExitCodes.Success;
        }

        string index = Update(parse, before, before.Words.With(word));
        UserWords.Append(file, word);
        _context.Terminal.Out.WriteLine(texts.Of($"已加入 {file}。{index}", $"added to {file}; {index}"));
        return ExitCodes.Success;
    }

    private int Remove(ParseResult parse)
    {
        string word = parse.GetRequiredValue(_word);
        Texts texts = _context.Texts;
        string folder = FolderOf(_context, parse);
        string file = Path.Combine(folder, DictionarySet.WordsFileName);
        DictionarySet before = Directory.Exists(folder) ? DictionarySet.Load(folder) : DictionarySet.Empty;
        if (!before.Words.Contains(word))
        {
            _context.Terminal.WriteError(texts.Of($"{file} 里没有这个词", $"{file} does not have this word"));
            return ExitCodes.Nothing;
        }

        string index = Update(parse, before, before.Words.Without(word));
        UserWords.Remove(file, word);
        _context.Terminal.Out.WriteLine(texts.Of($"已从 {file} 删去。{index}", $"removed from {file}; {index}"));
        return ExitCodes.Success;
    }

    // What happened to the index, in words.
    private string Update(ParseResult parse, DictionarySet before, UserWords after)
    {
        Texts texts = _context.Texts;
        string path = _context.IndexPathOf(parse);
        if (!ScoSearchIndex.Exists(path))
        {
            return texts.Of("还没有索引，不必更新。", "there is no index to update");
        }

        try
        {
            UserWordChange change = UserWordUpdate.Apply(path, before, after);
            string seconds = change.Seconds.ToString("0.000", CultureInfo.InvariantCulture);
            return texts.Of(
                $"索引已更新：重新分析 {change.Paragraphs} 段，{seconds} 秒。",
                $"index updated: {change.Paragraphs} paragraphs analysed anew in {seconds} s");
        }
        catch (IndexMismatchException)
        {
            return texts.Of(
                "索引是用别的词典建立的，请重建：scosearch index --rebuild",
                "the index was built with other dictionaries; build it anew: scosearch index --rebuild");
        }
    }
}
