using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using ScoSearch.Core.Indexing;
using Spectre.Console;

namespace ScoSearch.Cli.Output;

/// <summary>Shows how far an indexing run is: a bar on a terminal, a line every few seconds elsewhere.</summary>
/// <param name="context">Language and terminal.</param>
internal sealed class IndexingProgressView(CommandContext context)
{
    private const double BytesInMegabyte = 1e6;

    // Before that, a guess at the time that is left jumps about.
    private const double ShareForGuess = 0.01;

    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    /// <summary>Runs and shows how far it is.</summary>
    /// <param name="run">The run; reports on its own thread.</param>
    public IndexingSummary Follow(Func<IProgress<IndexingProgress>, IndexingSummary> run) =>
        context.Terminal.IsErrorTerminal ? FollowWithBar(run) : run(new Lines(context));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private IndexingSummary FollowWithBar(Func<IProgress<IndexingProgress>, IndexingSummary> run)
    {
        using IDisposable live = context.Terminal.BeginLive();
        return context.Terminal.ErrorConsole.Progress()
            .AutoClear(true)
            .Columns(
                new ProgressBarColumn(),
                new PercentageColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(progress => run(new Bar(context.Texts, progress.AddTask(context.Texts.Of("正在编入", "indexing"), maxValue: 1))));
    }

    private static string Describe(IndexingProgress value, TimeSpan elapsed, Texts texts)
    {
        double seconds = Math.Max(0.001, elapsed.TotalSeconds);
        double rate = value.Paragraphs / seconds, megabytes = value.BytesDone / BytesInMegabyte / seconds;
        string speed = string.Create(CultureInfo.InvariantCulture, $"{megabytes:0.0} MB/s");
        string left = Left(value.Share, seconds);
        return texts.Of(
            $"{value.FilesDone}/{value.FilesTotal} 个文件，{value.Paragraphs} 段，{rate:0} 段/秒，{speed}，剩 {left}",
            $"{value.FilesDone}/{value.FilesTotal} files, {value.Paragraphs} paragraphs, {rate:0}/s, {speed}, {left} left");
    }

    private static string Left(double share, double seconds) => share < ShareForGuess
        ? "?"
        : TimeSpan.FromSeconds(Math.Ceiling(seconds / share * (1 - share))).ToString("c", CultureInfo.InvariantCulture);

    private sealed class Bar(Texts texts, ProgressTask task) : IProgress<IndexingProgress>
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public void Report(IndexingProgress value)
        {
            task.Value = value.Share;
            task.Description = Markup.Escape(Describe(value, Stopwatch.GetElapsedTime(_started), texts));
        }
    }

    private sealed class Lines(CommandContext context) : IProgress<IndexingProgress>
    {
        private readonly long _started = Stopwatch.GetTimestamp();
        private long _shown = Stopwatch.GetTimestamp();

        public void Report(IndexingProgress value)
        {
            if (Stopwatch.GetElapsedTime(_shown) >= LineInterval)
            {
                _shown = Stopwatch.GetTimestamp();
                string percent = string.Create(CultureInfo.InvariantCulture, $"{value.Share * 100:0}% ");
                context.Terminal.WriteError(percent + Describe(value, Stopwatch.GetElapsedTime(_started), context.Texts));
            }
        }
    }
}
