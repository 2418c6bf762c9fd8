using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Index.Checking;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch check --repair</c>: goes back to the last sound commit, after asking.</summary>
internal static class CheckRepair
{
    /// <returns>0 when the index is sound now, 1 when it is not, 2 when nobody could be asked.</returns>
    public static int Run(CommandContext context, string index, bool isAgreed)
    {
        Texts texts = context.Texts;
        using FSDirectory directory = IndexFolder.Open(index);
        (long sound, IReadOnlyList<long> damaged) = CommitRepair.Find(directory, Interruption.Token);
        if (damaged.Count == 0)
        {
            context.Terminal.Out.WriteLine(texts.Of("索引完好，无须修复", "sound: nothing to repair"));
            return ExitCodes.Success;
        }

        if (sound < 0)
        {
            context.Terminal.Out.WriteLine(texts.Of(
                "没有完好的提交可以退回；重建：scosearch index --rebuild",
                "there is no sound commit to go back to; build anew: scosearch index --rebuild"));
            return ExitCodes.Nothing;
        }

        string question = texts.Of(
            $"提交 {string.Join("、", damaged)} 已损坏。退回提交 {sound}？之后的更改将不再出现。[y/N] ",
            $"Commit {string.Join(", ", damaged)} is damaged. Go back to commit {sound}? Later changes will be gone. [y/N] ");
        if (!isAgreed && Console.IsInputRedirected)
        {
            context.Terminal.WriteError(texts.Of(
                "需要确认：请在终端里运行，或加 --yes", "this needs an answer: run it on a terminal, or add --yes"));
            return ExitCodes.Trouble;
        }

        if (!isAgreed && !Ask(context, question))
        {
            context.Terminal.Out.WriteLine(texts.Of("没有改动", "nothing was changed"));
            return ExitCodes.Nothing;
        }

        IReadOnlyList<string> aside = CommitRepair.SetAside(directory, damaged);
        context.Terminal.Out.WriteLine(texts.Of(
            $"已退回提交 {sound}；损坏的提交改名为 {string.Join("、", aside)}",
            $"went back to commit {sound}; the damaged commit is now called {string.Join(", ", aside)}"));
        return ExitCodes.Success;
    }

    private static bool Ask(CommandContext context, string question)
    {
        context.Terminal.Out.Write(question);
        context.Terminal.Flush();
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes" or "是";
    }
}
