using System.CommandLine;
using ScoSearch.Cli.Output;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch check</c>: whether the index is sound.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        Option<string> format = context.Format("text", "json");
        Command check = new("check", context.Texts.Of("检查索引有没有损坏", "check the index for damage"))
        {
            context.Index, format,
        };
        check.SetAction(parse => Run(context, context.IndexPathOf(parse), parse.GetValue(format) == "json"));
        return check;
    }

    private static int Run(CommandContext context, string index, bool json)
    {
        SoundnessCheck result = SoundnessCheck.Run(index);
        if (json)
        {
            JsonOutput.WriteLine(context.Terminal, j =>
            {
                j.WriteStartObject();
                j.WriteBoolean("sound", result.Damage is null);
                j.WriteNumber("segments", result.Segments);
                j.WriteNumber("paragraphs", result.Paragraphs);
                j.WriteStartArray("problems");
                if (result.Damage is CorruptIndexException damage)
                {
                    j.WriteStartObject();
                    j.WriteString("file", damage.File);
                    j.WriteNumber("offset", damage.Offset);
                    j.WriteString("message", damage.Message);
                    j.WriteEndObject();
                }

                j.WriteEndArray();
                j.WriteEndObject();
            });
        }
        else if (result.Damage is CorruptIndexException damage)
        {
            context.Terminal.Out.WriteLine(context.Texts.Of("索引已损坏：", "damaged: ") + damage.Message);
        }
        else
        {
            context.Terminal.Out.WriteLine(context.Texts.Of(
                $"索引完好：{result.Segments} 个段文件，{result.Paragraphs} 个段落",
                $"sound: {result.Segments} segments, {result.Paragraphs} paragraphs"));
        }

        return result.Damage is null ? ExitCodes.Success : ExitCodes.Nothing;
    }
}
