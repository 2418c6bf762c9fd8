using System.Globalization;
using System.Text.Json;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Cli.Commands;

/// <summary>Says what an indexing run did.</summary>
internal static class IndexReport
{
    public static void Write(CommandContext context, IndexingSummary summary, IndexingRequest request, bool json)
    {
        if (json)
        {
            JsonOutput.WriteLine(context.Terminal, j => WriteJson(j, summary, request.DryRun));
        }
        else
        {
            WriteText(context, summary, request.DryRun);
        }
    }

    private static void WriteJson(Utf8JsonWriter json, IndexingSummary summary, bool dryRun)
    {
        json.WriteStartObject();
        json.WriteNumber("documents", summary.Documents);
        json.WriteNumber("paragraphs", summary.Paragraphs);
        json.WriteNumber("unchanged", summary.Unchanged);
        json.WriteNumber("removed", summary.Removed);
        json.WriteStartArray("failed");
        foreach (IndexingFailure failure in summary.Failed)
        {
            json.WriteStartObject();
            json.WriteString("path", failure.Path);
            json.WriteString("reason", failure.Reason);
            if (failure.Error is { } error)
            {
                json.WriteString("error", JsonNamingPolicy.CamelCase.ConvertName(error.ToString()));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (dryRun)
        {
            json.WriteBoolean("dryRun", true);
            json.WriteStartArray("changes");
            foreach (IndexingChange change in summary.Changes)
            {
                json.WriteStartObject();
                json.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
                json.WriteString("document", change.DocumentId);
                json.WriteNumber("paragraphs", change.Paragraphs);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteNumber("seconds", Math.Round(summary.Seconds, 3));
        json.WriteEndObject();
    }

    private static void WriteText(CommandContext context, IndexingSummary summary, bool dryRun)
    {
        Texts texts = context.Texts;
        Style style = new(context.Terminal.HasColor);
        foreach (IndexingFailure failure in summary.Failed)
        {
            context.Terminal.WriteError(texts.Of("未能编入 ", "failed ") + VisibleText.Of(failure.Path) + texts.Of("：", ": ")
                + ReadErrorMessages.Describe(failure.Error, VisibleText.Of(failure.Reason), texts));
        }

        System.IO.TextWriter output = context.Terminal.Out;
        foreach (IndexingChange change in summary.Changes)
        {
            string id = VisibleText.Of(change.DocumentId);
            string sign = change.Kind switch
            {
                IndexingChangeKind.Added => style.Good("+"),
                IndexingChangeKind.Removed => style.Bad("-"),
                _ => "*",
            };
            output.WriteLine(texts.Of(
                $"{sign} {id}（{change.Paragraphs} 段）", $"{sign} {id} ({change.Paragraphs} paragraphs)"));
        }

        if (context.Terminal.IsOutputTerminal)
        {
            WriteTable(context, summary, dryRun);
            return;
        }

        string seconds = summary.Seconds.ToString("0.00", CultureInfo.InvariantCulture);
        string verb = dryRun ? texts.Of("将编入", "would index") : texts.Of("编入", "indexed");
        output.WriteLine(texts.Of(
            $"{verb} {summary.Documents} 篇文档、{summary.Paragraphs} 个段落；未变 {summary.Unchanged} 篇，删去 {summary.Removed} 篇，"
                + $"失败 {summary.Failed.Count} 个文件；{seconds} 秒",
            $"{verb} {summary.Documents} documents, {summary.Paragraphs} paragraphs; {summary.Unchanged} unchanged, "
                + $"{summary.Removed} removed, {summary.Failed.Count} files failed; {seconds} s"));
        context.Terminal.Flush();
    }

    private static void WriteTable(CommandContext context, IndexingSummary summary, bool dryRun)
    {
        Texts texts = context.Texts;
        TableView.WriteValues(
            context.Terminal,
            [
                (dryRun ? texts.Of("将编入文档", "documents to index") : texts.Of("编入文档", "documents indexed"), Number(summary.Documents)),
                (texts.Of("段落", "paragraphs"), Number(summary.Paragraphs)),
                (texts.Of("未变文档", "documents unchanged"), Number(summary.Unchanged)),
                (texts.Of("删去文档", "documents removed"), Number(summary.Removed)),
                (texts.Of("失败文件", "files failed"), Number(summary.Failed.Count)),
                (texts.Of("秒", "seconds"), summary.Seconds.ToString("0.00", CultureInfo.InvariantCulture)),
            ]);
        context.Terminal.Flush();
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
