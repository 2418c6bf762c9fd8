using System.IO;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Cli;

/// <summary>Turns exceptions into one line for the user and an exit code.</summary>
internal static class Failures
{
    public static int Guard(CommandContext context, int errorCode, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            context.Terminal.WriteError(context.Texts.Of("已停止；索引仍是上一次提交的样子。", "stopped; the index is as of its last commit."));
            return ExitCodes.Cancelled;
        }
        catch (Exception e)
        {
            // The edge of the program: whatever happens, the user gets words instead of a stack trace.
            context.Terminal.WriteError(Describe(e, context.Texts));
            if (Environment.GetEnvironmentVariable("SCOSEARCH_DEBUG") == "1")
            {
                context.Terminal.WriteError(e.ToString());
            }

            return errorCode;
        }
    }

    private static string Describe(Exception e, Texts texts) => e switch
    {
        UserErrorException => e.Message,
        IndexNotFoundException => texts.Of(
            "还没有索引。先建立：scosearch index PATH（" + e.Message + "）",
            "there is no index yet; build one with: scosearch index PATH (" + e.Message + ")"),
        IndexMismatchException mismatch => Describe(mismatch, texts),
        CorruptIndexException => texts.Of(
            $"索引已损坏：{e.Message} 详情：scosearch check；重建：scosearch index --rebuild",
            $"the index is damaged: {e.Message} Details: scosearch check; build anew: scosearch index --rebuild"),
        IndexFormatVersionException or UnsupportedIndexFeatureException => texts.Of(
            $"索引的格式不受支持：{e.Message} 重建：scosearch index --rebuild",
            $"the format of the index is not supported: {e.Message} Build anew: scosearch index --rebuild"),
        LockObtainFailedException => texts.Of(
            "另一个程序正在写这个索引，请等它结束：" + e.Message, "another program writes to this index; wait for it: " + e.Message),
        DictionaryFormatException dictionary => Describe(dictionary, texts),
        SearchException search => search.MessageIn(texts.IsChinese ? MessageLanguage.Chinese : MessageLanguage.English),
        DocumentReadException read => ReadErrorMessages.Describe(read.Error, VisibleText.Of(read.Message), texts),
        ArgumentException => e.Message,
        FileNotFoundException { FileName: string file } => texts.Of($"没有文件 {file}", $"there is no file {file}"),
        IOException or UnauthorizedAccessException => texts.Of("读写失败：", "input or output failed: ") + e.Message,
        _ => texts.Of(
            $"内部错误：{e.GetType().Name}：{e.Message}（设 SCOSEARCH_DEBUG=1 再运行可见详情，请附上它报告问题）",
            $"internal error: {e.GetType().Name}: {e.Message} (run again with SCOSEARCH_DEBUG=1 for details and report them)"),
    };

    private static string Describe(IndexMismatchException e, Texts texts)
    {
        if (!texts.IsChinese)
        {
            return e.Message;
        }

        string what = e.Mismatch switch
        {
            IndexMismatch.NotScoSearch => "不是 ScoSearch 建立的",
            IndexMismatch.Schema => "的字段是另一个版本的",
            IndexMismatch.Analysis => "是用另一个版本的分词建立的",
            IndexMismatch.Words => "是用另一份用户词典建立的",
            _ => "是用另一份同义词典建立的",
        };
        return $"索引 {e.IndexPath} {what}。请重建：scosearch index --rebuild";
    }

    private static string Describe(DictionaryFormatException e, Texts texts)
    {
        IEnumerable<string> lines = e.Problems.Take(20).Select(p => DictionaryMessages.Describe(p, texts));
        return texts.Of("词典有误：", "the dictionary has errors:") + Environment.NewLine
            + string.Join(Environment.NewLine, lines.Select(l => "  " + l));
    }
}
