using System.Buffers;
using System.CommandLine;
using System.IO;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch inspect</c>: the paragraphs of a file as they would be indexed.</summary>
internal sealed class InspectCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _file;
    private readonly Option<string> _encoding;
    private readonly Option<string> _format;

    private InspectCommand(CommandContext context)
    {
        _context = context;
        _file = new Argument<string>("FILE") { Description = context.Texts.Of("文件，- 为标准输入", "file; - for standard input") };
        _encoding = new Option<string>("--encoding")
        {
            Description = context.Texts.Of("文本文件的编码（默认自动识别）", "encoding of a text file (default: detected)"),
            HelpName = "NAME",
        };
        _format = context.Format("text", "jsonl");
    }

    public static Command Create(CommandContext context)
    {
        InspectCommand command = new(context);
        Command inspect = new("inspect", context.Texts.Of("看一个文件怎样分成段落", "show how a file is cut into paragraphs"))
        {
            command._file, command._encoding, command._format, context.Index, context.Dictionaries,
        };
        inspect.SetAction(command.Run);
        return inspect;
    }

    private int Run(ParseResult parse)
    {
        string file = parse.GetRequiredValue(_file);
        ReadingOptions options = ReadingOptions.Default with { EncodingName = parse.GetValue(_encoding) };
        SourceDocument source = file == "-" ? FromStandardInput(options) : SourceDocument.FromFile(file, options);
        UserWordKnowledge words = new(Dictionaries(parse).Words);
        bool json = parse.GetValue(_format) == "jsonl";
        foreach (ExtractedText text in FormatReaders.All.Read(source, options))
        {
            ReconstructedDocument document = ParagraphReconstructor.Reconstruct(text, words);
            if (json)
            {
                WriteJson(document);
            }
            else
            {
                WriteText(document);
            }
        }

        return ExitCodes.Success;
    }

    private DictionarySet Dictionaries(ParseResult parse) =>
        _context.DictionaryPathOf(parse) is string folder
            ? DictionarySet.Load(folder)
            : DictionarySet.LoadBeside(_context.IndexPathOf(parse));

    private static SourceDocument FromStandardInput(ReadingOptions options)
    {
        using Stream input = Console.OpenStandardInput();
        return SourceDocument.FromStream("-", input, options);
    }

    private void WriteJson(ReconstructedDocument document)
    {
        ArrayBufferWriter<byte> lines = new();
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            ParagraphJsonWriter.WriteLine(lines, paragraph);
        }

        JsonOutput.Write(_context.Terminal, lines.WrittenSpan);
    }

    private void WriteText(ReconstructedDocument document)
    {
        Style style = new(_context.Terminal.HasColor);
        StreamWriter output = _context.Terminal.Out;
        DocumentMetadata metadata = document.Metadata;
        output.WriteLine(style.Path(document.Id));
        WriteValue(output, _context.Texts.Of("题目", "title"), metadata.Title);
        WriteValue(output, _context.Texts.Of("作者", "author"), metadata.Author);
        WriteValue(output, _context.Texts.Of("来源", "source"), metadata.Source);
        WriteValue(output, _context.Texts.Of("日期", "date"), metadata.Date);
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            string page = paragraph.Page > 0 ? _context.Texts.Of($" 第 {paragraph.Page} 页", $" page {paragraph.Page}") : "";
            string label = style.Dim($"{paragraph.Number,4} {paragraph.Kind.NameOf(),-8}{page}");
            output.WriteLine(paragraph.Kind is ParagraphKind.Title or ParagraphKind.Heading
                ? $"{label} {style.Bold(paragraph.Text)}"
                : $"{label} {paragraph.Text}");
        }
    }

    private static void WriteValue(StreamWriter output, string name, MetadataValue? value)
    {
        if (value is { Value: string text })
        {
            output.WriteLine($"  {name}: {text}");
        }
    }
}
