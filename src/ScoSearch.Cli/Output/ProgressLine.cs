using System.Diagnostics;
using System.Globalization;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Cli.Output;

/// <summary>Shows how far an indexing run is: a bar on a terminal, a line every few seconds elsewhere. Not thread-safe.</summary>
internal sealed class ProgressLine(CommandContext context) : IProgress<IndexingProgress>
{
    private const int BarWidth = 24;

    private static readonly TimeSpan BarInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _shown = Stopwatch.GetTimestamp();

    public void Report(IndexingProgress value)
    {
        bool isTerminal = context.Terminal.IsErrorTerminal;
        if (Stopwatch.GetElapsedTime(_shown) < (isTerminal ? BarInterval : LineInterval))
        {
            return;
        }

        _shown = Stopwatch.GetTimestamp();
        string line = Describe(value);
        if (isTerminal)
        {
            context.Terminal.ShowProgress(Bar(value) + " " + line);
        }
        else
        {
            context.Terminal.WriteError(line);
        }
    }

    private static string Bar(IndexingProgress value)
    {
        int done = value.FilesTotal == 0 ? BarWidth : (int)((long)BarWidth * value.FilesDone / value.FilesTotal);
        return "[" + new string('#', done) + new string('.', BarWidth - done) + "]";
    }

    private string Describe(IndexingProgress value)
    {
        double seconds = Math.Max(0.001, Stopwatch.GetElapsedTime(_started).TotalSeconds);
        double rate = value.Paragraphs / seconds;
        double left = value.FilesDone == 0 ? 0 : seconds / value.FilesDone * (value.FilesTotal - value.FilesDone);
        string remaining = TimeSpan.FromSeconds(Math.Ceiling(left)).ToString("c", CultureInfo.InvariantCulture);
        return context.Texts.Of(
            $"{value.FilesDone}/{value.FilesTotal} 个文件，{value.Paragraphs} 段，每秒 {rate:0} 段，还需 {remaining}",
            $"{value.FilesDone}/{value.FilesTotal} files, {value.Paragraphs} paragraphs, {rate:0} a second, {remaining} left");
    }
}
