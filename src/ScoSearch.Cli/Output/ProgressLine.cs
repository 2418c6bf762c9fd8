using System.Diagnostics;
using System.Globalization;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Cli.Output;

/// <summary>Shows how far an indexing run is: a bar on a terminal, a line every few seconds elsewhere. Not thread-safe.</summary>
internal sealed class ProgressLine(CommandContext context) : IProgress<IndexingProgress>
{
    private const int BarWidth = 24;
    private const double BytesInMegabyte = 1e6;

    // Before that, a guess at the time that is left jumps about.
    private const double ShareForGuess = 0.01;

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
        string line = Describe(value, Stopwatch.GetElapsedTime(_started));
        if (isTerminal)
        {
            context.Terminal.ShowProgress(Bar(value.Share) + " " + line);
        }
        else
        {
            context.Terminal.WriteError(line);
        }
    }

    private static string Bar(double share)
    {
        int done = (int)(BarWidth * share);
        return "[" + new string('#', done) + new string('.', BarWidth - done) + "]";
    }

    private string Describe(IndexingProgress value, TimeSpan elapsed)
    {
        double seconds = Math.Max(0.001, elapsed.TotalSeconds);
        double rate = value.Paragraphs / seconds, megabytes = value.BytesDone / BytesInMegabyte / seconds;
        string percent = string.Create(CultureInfo.InvariantCulture, $"{value.Share * 100:0}%");
        string speed = string.Create(CultureInfo.InvariantCulture, $"{megabytes:0.0} MB/s");
        string left = Left(value.Share, seconds);
        return context.Texts.Of(
            $"{percent} {value.FilesDone}/{value.FilesTotal} 个文件，{value.Paragraphs} 段，{rate:0} 段/秒，{speed}，剩 {left}",
            $"{percent} {value.FilesDone}/{value.FilesTotal} files, {value.Paragraphs} paragraphs, {rate:0}/s, {speed}, {left} left");
    }

    private static string Left(double share, double seconds) => share < ShareForGuess
        ? "?"
        : TimeSpan.FromSeconds(Math.Ceiling(seconds / share * (1 - share))).ToString("c", CultureInfo.InvariantCulture);
}
