using System.CommandLine;
using ScoSearch.Core.Documents;

namespace ScoSearch.Cli;

/// <summary>The options of all commands that read files: encoding, limits, external programs.</summary>
internal sealed class ReadingChoices
{
    private readonly Option<string> _encoding;
    private readonly Option<string> _pdfToText;
    private readonly Option<int> _pdfTimeout;
    private readonly Option<int> _maxSize;

    public ReadingChoices(Texts texts)
    {
        _encoding = new Option<string>("--encoding")
        {
            Description = texts.Of(
                "文本文件的编码，如 gb18030、big5-hkscs、utf-16（默认自动识别）",
                "encoding of text files, such as gb18030, big5-hkscs, utf-16 (default: detected)"),
            HelpName = "NAME",
        };
        _pdfToText = new Option<string>("--pdftotext")
        {
            Description = texts.Of(
                "pdftotext 的路径（默认取 SCOSEARCH_PDFTOTEXT，否则在 PATH 里找）",
                "path of pdftotext (default: SCOSEARCH_PDFTOTEXT, else looked for on PATH)"),
            HelpName = "FILE",
        };
        _pdfTimeout = Number(texts, "--pdf-timeout", "SECONDS", texts.Of(
            "读一个 PDF 最多几秒（默认 60）", "most seconds for one PDF (default 60)"), 3600);
        _maxSize = Number(texts, "--max-size", "MIB", texts.Of(
            "单个文件的大小上限，单位 MiB（默认 256）", "largest file in MiB (default 256)"), 2000);
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_encoding, _pdfToText, _pdfTimeout, _maxSize])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was chosen.</summary>
    public ReadingOptions Of(ParseResult parse)
    {
        ReadingOptions options = ReadingOptions.Default;
        string? tool = parse.GetValue(_pdfToText) ?? Environment.GetEnvironmentVariable("SCOSEARCH_PDFTOTEXT");
        int seconds = parse.GetValue(_pdfTimeout), mebibytes = parse.GetValue(_maxSize);
        return options with
        {
            EncodingName = parse.GetValue(_encoding),
            PdfToTextPath = string.IsNullOrEmpty(tool) ? null : tool,
            ToolTimeout = seconds > 0 ? TimeSpan.FromSeconds(seconds) : options.ToolTimeout,
            MaxFileSizeInBytes = mebibytes > 0 ? (long)mebibytes << 20 : options.MaxFileSizeInBytes,
        };
    }

    private static Option<int> Number(Texts texts, string name, string unit, string description, int largest)
    {
        Option<int> option = new(name) { Description = description, HelpName = unit };
        option.Validators.Add(result => NumberOption.Check(result, name, (1, largest), texts));
        return option;
    }
}
