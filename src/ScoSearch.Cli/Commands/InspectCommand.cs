using System.Buffers;
using System.CommandLine;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch inspect</c>: the paragraphs of a file as they would be indexed.</summary>
internal sealed class InspectCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _file;
    private readonly ReadingChoices _reading;
    private readonly Option<string> _format;

    private InspectCommand(CommandContext context)
    {
        _context = context;
        _file = new Argument<string>("FILE") { Description = context.Texts.Of("文件，- 为标准输入", "file; - for standard input") };
        _reading = new ReadingChoices(context.Texts);
        _format = context.Format("text", "jsonl", "json");
    }

    public static Command Create(CommandContext context)
    {
        InspectCommand command = new(context);
        Command inspect = new("inspect", context.Texts.Of(
            "看一个文件怎样分成段落：识别出的编码和版式、段落、移除的内容、脚注",
            "show how a file is cut into paragraphs: encoding, layout, paragraphs, what was removed, footnotes"))
        {
            command._file, command._format, context.Index, context.Dictionaries,
        };
        command._reading.AddTo(inspect);
        inspect.SetAction(command.Run);
        return inspect;
    }

    private int Run(ParseResult parse)
    {
        string file = parse.GetRequiredValue(_file);
        ReadingOptions options = _reading.Of(parse);
        SourceDocument source = file == StandardInput.Name
            ? StandardInput.Read(StandardInput.Name, options) : SourceDocument.FromFile(file, options);
        UserWordKnowledge words = new(_context.DictionariesOf(parse).Words);
        Action<ReconstructedDocument> write = parse.GetValue(_format) switch
        {
            "jsonl" => WriteParagraphs,
            "json" => document => JsonOutput.WriteLine(_context.Terminal, json => InspectJson.Write(json, document)),
            _ => new InspectReport(_context).Write,
        };
        foreach (ExtractedText text in FormatReaders.All.Read(source, options, Interruption.Token))
        {
            Interruption.Token.ThrowIfCancellationRequested();
            write(ParagraphReconstructor.Reconstruct(text, words));
        }

        return ExitCodes.Success;
    }

    private void WriteParagraphs(ReconstructedDocument document)
    {
        ArrayBufferWriter<byte> lines = new();
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            ParagraphJsonWriter.WriteLine(lines, paragraph);
        }

        JsonOutput.Write(_context.Terminal, lines.WrittenSpan);
    }
}
