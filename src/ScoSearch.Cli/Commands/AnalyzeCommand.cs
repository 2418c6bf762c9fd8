using System.CommandLine;
using System.IO;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Cjk;
using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch analyze</c>: text into tokens.</summary>
internal sealed class AnalyzeCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _file;
    private readonly Option<string> _analyzer;
    private readonly Option<string> _input;
    private readonly Option<string> _format;

    private AnalyzeCommand(CommandContext context)
    {
        _context = context;
        Texts texts = context.Texts;
        _file = new Argument<string>("FILE")
        {
            Description = texts.Of("文件，- 为标准输入", "file; - for standard input"),
            DefaultValueFactory = _ => "-",
        };
        _analyzer = new Option<string>("--analyzer", "-a")
        {
            Description = texts.Of(
                "smartcn：与 Lucene 的 SmartCn 相同；bigram：汉字二元；words：本产品的词字段",
                "smartcn: as Lucene's SmartCn; bigram: Han bigrams; words: the product's word field"),
            HelpName = "smartcn|bigram|words",
            DefaultValueFactory = _ => "smartcn",
        };
        _analyzer.AcceptOnlyFromAmong("smartcn", "bigram", "words");
        _input = new Option<string>("--input")
        {
            Description = texts.Of("每行是文本，或带 text 的 JSON 对象", "a line is a text, or a JSON object with a text"),
            HelpName = "lines|jsonl",
            DefaultValueFactory = _ => "lines",
        };
        _input.AcceptOnlyFromAmong("lines", "jsonl");
        _format = context.Format("jsonl");
    }

    public static Command Create(CommandContext context)
    {
        AnalyzeCommand command = new(context);
        Command analyze = new("analyze", context.Texts.Of("把文本切成词", "cut text into tokens"))
        {
            command._file, command._analyzer, command._input, command._format, context.Index, context.Dictionaries,
        };
        analyze.SetAction(command.Run);
        return analyze;
    }

    private int Run(ParseResult parse)
    {
        string file = parse.GetRequiredValue(_file);
        TokenLines lines = new(
            AnalyzerOf(parse), ParagraphFields.Words, parse.GetValue(_input) == "jsonl", _context.Texts);
        using Stream input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        foreach (byte[] output in OrderedPipeline.Run(
            InputLines.Read(input), lines.Convert, Environment.ProcessorCount, CancellationToken.None))
        {
            _context.Terminal.Stream.Write(output);
        }

        return ExitCodes.Success;
    }

    private Analyzer AnalyzerOf(ParseResult parse) => parse.GetValue(_analyzer) switch
    {
        "bigram" => new CjkAnalyzer(stopWords: []),
        "words" => new ParagraphAnalysis(_context.DictionariesOf(parse)).ForIndexing,
        _ => new SmartChineseAnalyzer(),
    };
}
