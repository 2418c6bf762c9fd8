using System.CommandLine;
using System.Globalization;
using System.IO;
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
        stats.SetAction(parse => Run(context, context.IndexPathOf(parse), parse.GetValue(format) == "json"));
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

        Texts texts = context.Texts;
        StreamWriter output = context.Terminal.Out;
        output.WriteLine(texts.Of($"索引     {index}", $"index       {index}"));
        output.WriteLine(texts.Of($"文档     {stats.Documents}", $"documents   {stats.Documents}"));
        output.WriteLine(texts.Of($"段落     {stats.Paragraphs}", $"paragraphs  {stats.Paragraphs}"));
        output.WriteLine(texts.Of($"已删段落 {stats.DeletedParagraphs}", $"deleted     {stats.DeletedParagraphs}"));
        output.WriteLine(texts.Of($"段文件   {stats.Segments}", $"segments    {stats.Segments}"));
        string bytes = stats.Bytes.ToString("N0", CultureInfo.InvariantCulture);
        output.WriteLine(texts.Of($"字节     {bytes}", $"bytes       {bytes}"));
        output.WriteLine(texts.Of($"提交     {stats.Generation}", $"commit      {stats.Generation}"));
        output.WriteLine(texts.Of($"字段版本 {stats.Schema}", $"schema      {stats.Schema}"));
        output.WriteLine(texts.Of($"词典     {stats.Dictionary}", $"dictionary  {stats.Dictionary}"));
        return ExitCodes.Success;
    }
}
