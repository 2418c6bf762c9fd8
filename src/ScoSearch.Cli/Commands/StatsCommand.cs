using System.CommandLine;
using System.Globalization;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch stats</c>: size and origin of the index.</summary>
internal static class StatsCommand
{
    public static Command Create(CommandContext context)
    {
        Option<string> format = context.Format("text", "json");
        Command stats = new("stats", context.Texts.Of("索引的大小与来历", "size and origin of the index"))
        {
            context.Index, format,
        };
        stats.SetAction(parse => Run(context, context.ExistingIndexOf(parse), parse.GetValue(format) == "json"));
        return stats;
    }

    private static int Run(CommandContext context, string index, bool json)
    {
        IndexStatistics stats = IndexStatistics.Read(index);
        if (json)
        {
            JsonOutput.WriteLine(context.Terminal, j =>
            {
                j.WriteStartObject();
                j.WriteNumber("documents", stats.Documents);
                j.WriteNumber("paragraphs", stats.Paragraphs);
                j.WriteNumber("segments", stats.Segments);
                j.WriteNumber("deletedParagraphs", stats.DeletedParagraphs);
                j.WriteNumber("bytes", stats.Bytes);
                j.WriteNumber("generation", stats.Generation);
                j.WriteString("schema", stats.Schema);
                j.WriteString("dictionary", stats.Dictionary);
                j.WriteString("version", stats.ProductVersion);
                j.WriteEndObject();
            });
            return ExitCodes.Success;
        }

        WriteText(context, index, stats);
        return ExitCodes.Success;
    }

    private static void WriteText(CommandContext context, string index, IndexStatistics stats)
    {
        Texts texts = context.Texts;
        (string Chinese, string English, string Value)[] rows =
        [
            ("索引", "index", index),
            ("文档", "documents", $"{stats.Documents}"),
            ("段落", "paragraphs", $"{stats.Paragraphs}"),
            ("已删段落", "deleted", $"{stats.DeletedParagraphs}"),
            ("段文件", "segments", $"{stats.Segments}"),
            ("字节", "bytes", stats.Bytes.ToString("N0", CultureInfo.InvariantCulture)),
            ("提交", "commit", $"{stats.Generation}"),
            ("字段版本", "schema", stats.Schema ?? ""),
            ("词典", "dictionary", stats.Dictionary ?? ""),
        ];
        if (context.Terminal.IsOutputTerminal)
        {
            TableView.WriteValues(context.Terminal, rows.Select(row => (texts.Of(row.Chinese, row.English), row.Value)));
            return;
        }

        foreach ((string chinese, string english, string value) in rows)
        {
            // Chinese characters take two columns each.
            context.Terminal.Out.WriteLine(texts.Of(chinese.PadRight(8 - chinese.Length) + " " + value, english.PadRight(12) + value));
        }
    }
}
