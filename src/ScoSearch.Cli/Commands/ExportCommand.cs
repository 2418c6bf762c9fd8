using System.CommandLine;
using System.IO;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Text;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch export</c>: all paragraphs of the index, for other programs.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandContext context)
    {
        Option<string> format = context.Format("jsonl", "trec", "opensearch");
        Option<bool> mapping = new("--mapping")
        {
            Description = context.Texts.Of("只输出 OpenSearch 索引的映射", "print only the mapping of an OpenSearch index"),
        };
        Command export = new("export", context.Texts.Of(
            "导出全部段落：JSON 行、TREC 文档或 OpenSearch 批量格式",
            "write all paragraphs: JSON lines, TREC documents or OpenSearch bulk"))
        {
            context.Index, format, mapping,
        };
        export.SetAction(parse => parse.GetValue(mapping)
            ? WriteMapping(context)
            : Run(context, context.ExistingIndexOf(parse), parse.GetValue(format)!));
        return export;
    }

    private static int WriteMapping(CommandContext context)
    {
        context.Terminal.Out.WriteLine(ExportFormats.Mapping);
        return ExitCodes.Success;
    }

    private static int Run(CommandContext context, string index, string format)
    {
        // Not disposed: that would close standard output.
        BufferedStream output = new(context.Terminal.Stream, 1 << 16);
        Action<ReadOnlyMemory<byte>> write = format switch
        {
            "trec" => line => ExportFormats.WriteTrec(output, line),
            "opensearch" => line => ExportFormats.WriteBulk(output, line),
            _ => line => ReadableJson.WriteUnescaped(output, line.Span),
        };
        IndexExport.Write(index, write, Interruption.Token);
        output.Flush();
        return ExitCodes.Success;
    }
}
