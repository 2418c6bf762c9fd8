using System.Diagnostics;
using System.IO;
using System.Text;

namespace ScoSearch.TestSupport;

/// <summary>
/// Apache Lucene 8.8.1 in a Java process of its own, which compiles and runs the program in
/// tests/ScoSearch.Conformance.Tests/java. One process serves the whole test run.
/// </summary>
/// <remarks>Thread-safe: one call at a time. The commands are described in that project's README.</remarks>
public sealed partial class LuceneJudge : IDisposable
{
    // A command that takes longer has hung; the slowest ones take seconds.
    private static readonly TimeSpan CommandLimit = TimeSpan.FromMinutes(5);

    private static readonly Lazy<LuceneJudge> Instance = new(StartShared);

    private readonly Lock _lock = new();
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    /// <summary>Starts a process of its own, for a test that ends it. Others use <see cref="Shared"/>.</summary>
    /// <exception cref="JudgeException">Java or the jars are missing, or the program does not compile.</exception>
    public LuceneJudge()
    {
        string classPath = JudgeProgram.ClassPath();
        ProcessStartInfo start = new("java")
        {
            ArgumentList =
            {
                "-ea", "-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8",
                "-cp", classPath, "scosearch.judge.Judge",
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        _process = JudgeProgram.Start(start);
        _process.ErrorDataReceived += (_, line) => KeepError(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>The process of this test run, started at the first use and ended with the run.</summary>
    public static LuceneJudge Shared => Instance.Value;

    /// <summary>Runs a command and returns the rows of its answer, each cut into its fields.</summary>
    /// <exception cref="JudgeException">The command failed, or the process has ended.</exception>
    public IReadOnlyList<string[]> Call(string command, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        string request = string.Join('\t', arguments.Prepend(command).Select(JudgeEscapes.Escape));
        lock (_lock)
        {
            using Timer watchdog = new(_ => Kill(), null, CommandLimit, Timeout.InfiniteTimeSpan);
            try
            {
                _process.StandardInput.Write(request + "\n");
                _process.StandardInput.Flush();
                return ReadAnswerLocked(command);
            }
            catch (IOException broken)
            {
                throw new JudgeException($"the judge has ended during '{command}': {Errors()}", broken);
            }
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static LuceneJudge StartShared()
    {
        LuceneJudge judge = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => judge.Dispose();
        return judge;
    }

    private List<string[]> ReadAnswerLocked(string command)
    {
        List<string[]> rows = [];
        while (true)
        {
            string? line = _process.StandardOutput.ReadLine()
                ?? throw new JudgeException($"the judge has ended during '{command}': {Errors()}");
            switch (line.Length == 0 ? '\0' : line[0])
            {
                case '|':
                    rows.Add(Array.ConvertAll(line[1..].Split('\t'), JudgeEscapes.Unescape));
                    break;
                case '.':
                    return rows;
                case '!':
                    string[] parts = Array.ConvertAll(line[1..].Split('\t'), JudgeEscapes.Unescape);
                    throw new JudgeException($"the judge fails '{command}': {parts[0]}\n{parts[^1]}");
                default:
                    throw new JudgeException($"the judge answers '{command}' with an unknown line: {line}");
            }
        }
    }

    private void KeepError(string? line)
    {
        lock (_errors)
        {
            if (line is not null && _errors.Length < 10_000)
            {
                _errors.AppendLine(line);
            }
        }
    }

    private string Errors()
    {
        lock (_errors)
        {
            return _errors.ToString();
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(CommandLimit);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}
