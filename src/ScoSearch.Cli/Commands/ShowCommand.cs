using System.CommandLine;
using System.IO;
using System.Text.Json;
using ScoSearch.Cli.Output;
using ScoSearch.Core;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch show</c>: one paragraph of the index with its neighbours, notes and citation.</summary>
internal static class ShowCommand
{
    public static Command Create(CommandContext context)
    {
        Argument<string> id = new("PARAGRAPH")
        {
            Description = context.Texts.Of("段落编号，如 a.txt#12", "id of a paragraph, such as a.txt#12"),
        };
        Option<int> neighbours = NumberOption.Create(
            context.Texts,
            "--context",
            0,
            (0, ScoSearchIndex.MaxContext),
            context.Texts.Of("前后各附几段（最多 10）", "neighbouring paragraphs to show (at most 10)"),
            "-C");
        Option<string> format = context.Format("text", "json");
        Command show = new("show", context.Texts.Of("显示一个段落", "show one paragraph"))
        {
            id, context.Index, context.Dictionaries, neighbours, format,
        };
        show.SetAction(parse => Run(
            context, parse, parse.GetRequiredValue(id), parse.GetValue(neighbours), parse.GetValue(format) == "json"));
        return show;
    }

    private static int Run(CommandContext context, ParseResult parse, string id, int neighbours, bool asJson)
    {
        using ScoSearchIndex index = context.OpenIndex(parse);
        if (index.GetParagraph(id, neighbours) is not ParagraphEntry entry)
        {
            context.Terminal.WriteError(context.Texts.Of($"没有段落 {id}", $"there is no paragraph {id}"));
            return ExitCodes.Nothing;
        }

        if (asJson)
        {
            JsonOutput.Write(
                context.Terminal, JsonSerializer.SerializeToUtf8Bytes(entry, SearchJsonContext.Readable.ParagraphEntry));
            JsonOutput.Write(context.Terminal, "\n"u8);
        }
        else
        {
            WriteText(context, entry);
        }

        return ExitCodes.Success;
    }

    private static void WriteText(CommandContext context, ParagraphEntry entry)
    {
        Style style = new(context.Terminal.HasColor);
        StreamWriter output = context.Terminal.Out;
        string section = entry.Paragraph.Section is string path ? " › " + VisibleText.Of(path) : "";
        output.WriteLine(style.Bold(VisibleText.Of(entry.Document.Title ?? entry.Document.Id)) + style.Dim(section));
        output.WriteLine(style.Path(VisibleText.Of(entry.Id)) + style.Dim(ParagraphPlace.Describe(entry.Document, entry.Paragraph, context.Texts)));
        output.WriteLine();
        foreach (ContextParagraph before in entry.Context.Where(c => c.Number < entry.Paragraph.Number))
        {
            output.WriteLine(style.Dim(Line(before.Text)));
        }

        output.WriteLine(Line(entry.Text));
        foreach (ContextParagraph after in entry.Context.Where(c => c.Number > entry.Paragraph.Number))
        {
            output.WriteLine(style.Dim(Line(after.Text)));
        }

        ParagraphPlace.WriteNotes(output, entry.Footnotes, entry.Anchor, style, context.Texts);
        ParagraphPlace.WriteHalves(output, entry.ContinuedIn, entry.Continues, style, context.Texts);
        if (entry.Citation is Citation citation)
        {
            output.WriteLine();
            output.WriteLine(style.Dim(VisibleText.Of(citation.Text)));
            output.WriteLine(style.Dim(VisibleText.Of(citation.Gbt7714)));
        }
    }

    // Verses keep their lines.
    private static string Line(string text) => string.Join('\n', text.Split('\n').Select(VisibleText.Of));
}
