using System.CommandLine;
using System.IO;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Text;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch export</c>: all paragraphs of the index as JSON lines.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandContext context)
    {
        Option<string> format = context.Format("jsonl");
        Command export = new("export", context.Texts.Of("把全部段落写成 JSON 行", "write all paragraphs as JSON lines"))
        {
            context.Index, format,
        };
        export.SetAction(parse => Run(context, context.IndexPathOf(parse)));
        return export;
    }

    private static int Run(CommandContext context, string index)
    {
        // Not disposed: that would close standard output.
        BufferedStream output = new(context.Terminal.Stream, 1 << 16);
        IndexExport.Write(index, line => ReadableJson.WriteUnescaped(output, line.Span), Interruption.Token);
        output.Flush();
        return ExitCodes.Success;
    }
}
