using System.CommandLine;
using System.Diagnostics;
using System.IO;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch serve</c>: runs the HTTP service that comes with the tool.</summary>
/// <remarks>
/// The service is a program of its own, so that nobody who only searches loads a web server. It gets this terminal's output,
/// and ends with this tool.
/// </remarks>
internal static class ServeCommand
{
    private const string ServiceFile = "ScoSearch.Api.dll";
    private const string ServiceVariable = "SCOSEARCH_SERVICE";

    public static Command Create(CommandContext context)
    {
        Option<string> data = new("--data")
        {
            Description = context.Texts.Of(
                "数据目录，含 corpus、dictionaries、index（默认 index-data）",
                "folder with corpus, dictionaries, index (default index-data)"),
            HelpName = "DIR",
            DefaultValueFactory = _ => "index-data",
        };
        Option<string> urls = new("--urls")
        {
            Description = context.Texts.Of("监听地址（默认 http://localhost:5080）", "where to listen (default http://localhost:5080)"),
            HelpName = "URLS",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        Command serve = new("serve", context.Texts.Of("启动检索服务与网页", "run the search service and its page"))
        {
            data, urls, context.Index,
        };
        serve.SetAction(parse => Run(context, parse.GetValue(data)!, parse.GetValue(urls)!, parse.GetValue(context.Index)));
        return serve;
    }

    private static int Run(CommandContext context, string data, string urls, string? index)
    {
        string service = FindService() ?? throw new UserErrorException(context.Texts.Of(
            $"没有找到服务程序 {ServiceFile}；可用 {ServiceVariable} 指明它的路径",
            $"there is no {ServiceFile} with this tool; {ServiceVariable} may name its path"));
        if (!Directory.Exists(data))
        {
            throw new UserErrorException(context.Texts.Of($"没有目录 {data}", $"there is no folder {data}"));
        }

        ProcessStartInfo start = new(Environment.ProcessPath is { } host && IsDotnet(host) ? host : "dotnet")
        {
            ArgumentList = { service, "--urls", urls, "--ScoSearch:DataPath=" + Path.GetFullPath(data) },
        };
        if (!string.IsNullOrEmpty(index))
        {
            start.ArgumentList.Add("--ScoSearch:IndexPath=" + Path.GetFullPath(index));
        }

        context.Terminal.Flush();
        using Process process = Process.Start(start)
            ?? throw new UserErrorException(context.Texts.Of("服务无法启动", "the service did not start"));
        using CancellationTokenRegistration interrupt = Interruption.Token.Register(() => Stop(process));
        process.WaitForExit();
        return process.ExitCode;
    }

    private static bool IsDotnet(string path) =>
        Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase);

    private static string? FindService()
    {
        string? named = Environment.GetEnvironmentVariable(ServiceVariable);
        string path = string.IsNullOrEmpty(named) ? Path.Combine(AppContext.BaseDirectory, "service", ServiceFile) : named;
        return File.Exists(path) ? Path.GetFullPath(path) : null;
    }

    // Asks it to end as it does on Ctrl-C: running searches finish. Where signals cannot be sent it is ended at once.
    private static void Stop(Process process)
    {
        if (process.HasExited)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
            return;
        }

        using Process? kill = Process.Start(new ProcessStartInfo("kill") { ArgumentList = { "-TERM", $"{process.Id}" } });
        kill?.WaitForExit();
    }
}
