using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Documents;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch eval</c>: answers the questions of a test collection with the default ranking, as a TREC run.</summary>
internal sealed class EvalCommand
{
    private const string Tag = "scosearch";

    private readonly CommandContext _context;
    private readonly Option<string> _corpus;
    private readonly Option<string> _queries;
    private readonly Option<string> _run;
    private readonly Option<int> _depth;

    private EvalCommand(CommandContext context)
    {
        _context = context;
        Texts texts = context.Texts;
        _corpus = Required("--corpus", texts.Of(
            "段落，每行 {\"_id\",\"title\",\"text\"}，可为 .gz", "paragraphs, a line each: {\"_id\",\"title\",\"text\"}; also .gz"));
        _queries = Required("--queries", texts.Of("问题，每行 {\"_id\",\"text\"}，可为 .gz", "questions, a line each: {\"_id\",\"text\"}; also .gz"));
        _run = Required("--run", texts.Of("写出的 TREC 结果文件", "TREC run to write"));
        _depth = NumberOption.Create(
            texts, "--depth", 100, (1, SearchRequest.MaxWindow), texts.Of("每个问题取前几条（默认 100）", "hits a question (default 100)"));
    }

    public static Command Create(CommandContext context)
    {
        EvalCommand command = new(context);
        Command eval = new("eval", context.Texts.Of("用评测集衡量默认排序", "run a test collection through the default ranking"))
        {
            command._corpus, command._queries, command._run, command._depth, context.Dictionaries,
        };
        eval.SetAction(command.Run);
        return eval;
    }

    private static Option<string> Required(string name, string description) =>
        new(name) { Description = description, HelpName = "FILE", Required = true };

    private int Run(ParseResult parse)
    {
        int depth = parse.GetValue(_depth);
        // A collection has no folder of its own: dictionaries only when they are named.
        DictionarySet dictionaries = _context.NamedDictionariesOf(parse) ?? DictionarySet.Empty;
        long started = Stopwatch.GetTimestamp();
        using EvaluationIndex index = new(new ParagraphAnalysis(dictionaries));
        BuildIndex(index, parse.GetRequiredValue(_corpus));
        double built = Stopwatch.GetElapsedTime(started).TotalSeconds;
        string run = parse.GetRequiredValue(_run), unfinished = run + ".tmp";
        int questions = WriteRun(index, parse.GetRequiredValue(_queries), unfinished, depth);

        // A run that ended early must not be taken for a whole one, nor replace it.
        File.Move(unfinished, run, overwrite: true);
        double answered = Stopwatch.GetElapsedTime(started).TotalSeconds - built;
        _context.Terminal.WriteError(_context.Texts.Of(
            string.Create(CultureInfo.InvariantCulture, $"{index.Count} 段，建索引 {built:0.0} 秒；{questions} 个问题，{answered:0.0} 秒"),
            string.Create(CultureInfo.InvariantCulture, $"{index.Count} paragraphs indexed in {built:0.0} s; {questions} questions in {answered:0.0} s")));
        return ExitCodes.Success;
    }

    private void BuildIndex(EvaluationIndex index, string path)
    {
        CollectionLines lines = new(path, _context.Texts);
        using Stream corpus = CollectionLines.Open(path);
        foreach (List<Document> paragraphs in OrderedPipeline.Run(
            InputLines.Read(corpus),
            batch => lines.Read(batch).ConvertAll(entry => index.Prepare(entry.Id, entry.Title, entry.Text)),
            Environment.ProcessorCount,
            Interruption.Token))
        {
            index.Add(paragraphs);
        }

        index.Finish();
    }

    private int WriteRun(EvaluationIndex index, string queries, string run, int depth)
    {
        CollectionLines lines = new(queries, _context.Texts);
        int count = 0;
        using Stream input = CollectionLines.Open(queries);
        using StreamWriter output = new(run, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        output.NewLine = "\n";
        foreach (string answer in OrderedPipeline.Run(
            InputLines.Read(input).SelectMany(lines.Read),
            question => Answer(index, question, depth),
            Environment.ProcessorCount,
            Interruption.Token))
        {
            output.Write(answer);
            count++;
        }

        return count;
    }

    private static string Answer(EvaluationIndex index, CollectionEntry question, int depth)
    {
        StringBuilder lines = new();
        int rank = 0;
        foreach (RankedParagraph hit in index.Rank(question.Text, depth, Interruption.Token))
        {
            rank++;
            lines.Append(CultureInfo.InvariantCulture, $"{question.Id} Q0 {hit.DocumentId} {rank} {hit.Score:R} {Tag}\n");
        }

        return lines.ToString();
    }
}
