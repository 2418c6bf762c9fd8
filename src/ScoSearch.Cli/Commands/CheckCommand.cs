using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Text.Json;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Index.Checking;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch check</c>: whether the index is sound, and if not, what is wrong where.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        Option<string> format = context.Format("text", "json");
        Option<bool> repair = new("--repair")
        {
            Description = context.Texts.Of(
                "损坏时退回最后一个完好的提交（先询问；不删除任何文件）",
                "when damaged, go back to the last sound commit (asks first; deletes nothing)"),
        };
        Option<bool> yes = new("--yes", "-y")
        {
            Description = context.Texts.Of("不询问，直接修复", "repair without asking"),
        };
        Command check = new("check", context.Texts.Of("检查索引有没有损坏", "check the index for damage"))
        {
            context.Index, format, repair, yes,
        };
        check.SetAction(parse => parse.GetValue(repair)
            ? CheckRepair.Run(context, context.ExistingIndexOf(parse), parse.GetValue(yes))
            : Run(context, context.ExistingIndexOf(parse), parse.GetValue(format) == "json"));
        return check;
    }

    private static int Run(CommandContext context, string index, bool json)
    {
        using FSDirectory directory = IndexFolder.Open(index);
        IndexCheckReport report = IndexChecker.Check(directory, Interruption.Token);
        if (json)
        {
            JsonOutput.WriteLine(context.Terminal, j => WriteJson(j, report));
        }
        else
        {
            WriteText(context, report);
        }

        return report.IsSound ? ExitCodes.Success : ExitCodes.Nothing;
    }

    private static void WriteJson(Utf8JsonWriter json, IndexCheckReport report)
    {
        json.WriteStartObject();
        json.WriteBoolean("sound", report.IsSound);
        json.WriteNumber("generation", report.Generation);
        json.WriteNumber("paragraphs", report.NumDocs);
        json.WriteStartArray("segments");
        foreach (SegmentStatistics segment in report.Segments)
        {
            json.WriteStartObject();
            json.WriteString("name", segment.Name);
            json.WriteNumber("paragraphs", segment.MaxDoc);
            json.WriteNumber("deleted", segment.DeletedCount);
            json.WriteNumber("bytes", segment.SizeInBytes);
            json.WriteNumber("terms", segment.TermCount);
            json.WriteNumber("postings", segment.PostingCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (IndexProblem problem in report.Problems)
        {
            json.WriteStartObject();
            json.WriteString("segment", problem.Segment);
            json.WriteString("part", problem.Part);
            json.WriteString("file", problem.File);
            json.WriteNumber("offset", problem.Offset);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(CommandContext context, IndexCheckReport report)
    {
        Texts texts = context.Texts;
        StreamWriter output = context.Terminal.Out;
        Style style = new(context.Terminal.HasColor);
        if (context.Terminal.IsOutputTerminal && report.Segments.Count > 0)
        {
            WriteTable(context, report);
        }

        foreach (SegmentStatistics segment in context.Terminal.IsOutputTerminal ? [] : report.Segments)
        {
            string bytes = segment.SizeInBytes.ToString("N0", CultureInfo.InvariantCulture);
            string terms = segment.TermCount.ToString("N0", CultureInfo.InvariantCulture);
            output.WriteLine(texts.Of(
                $"{segment.Name}：{segment.MaxDoc} 个段落（已删 {segment.DeletedCount}），{terms} 个词项，{bytes} 字节",
                $"{segment.Name}: {segment.MaxDoc} paragraphs ({segment.DeletedCount} deleted), {terms} terms, {bytes} bytes"));
        }

        foreach (IndexProblem problem in report.Problems)
        {
            output.WriteLine(style.Bad(texts.Of("损坏：", "damaged: ")) + VisibleText.Of(problem.ToString()));
        }

        output.WriteLine(report.IsSound
            ? style.Good(texts.Of($"索引完好，共 {report.NumDocs} 个段落", $"sound: {report.NumDocs} paragraphs"))
            : style.Bad(texts.Of(
                $"发现 {report.Problems.Count} 处损坏；退回完好的提交：scosearch check --repair；重建：scosearch index --rebuild",
                $"{report.Problems.Count} problems; go back to a sound commit: scosearch check --repair; "
                    + "build anew: scosearch index --rebuild")));
    }

    private static void WriteTable(CommandContext context, IndexCheckReport report)
    {
        Texts texts = context.Texts;
        TableView.Write(
            context.Terminal,
            [
                (texts.Of("段文件", "segment"), false),
                (texts.Of("段落", "paragraphs"), true),
                (texts.Of("已删", "deleted"), true),
                (texts.Of("词项", "terms"), true),
                (texts.Of("字节", "bytes"), true),
            ],
            report.Segments.Select(segment => (string[])
            [
                segment.Name, Number(segment.MaxDoc), Number(segment.DeletedCount), Number(segment.TermCount), Number(segment.SizeInBytes),
            ]));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
