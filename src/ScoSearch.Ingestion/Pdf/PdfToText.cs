using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Runs <c>pdftotext</c> with a time limit.</summary>
internal static class PdfToText
{
    private const int CannotOpen = 1, NotPermitted = 3;

    public static string Run(ReadOnlyMemory<byte> content, string name, ReadingOptions options, CancellationToken token)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, content.Span);
            return Run(file, name, options, token);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Run(string file, string name, ReadingOptions options, CancellationToken token)
    {
        ProcessStartInfo start = new(options.PdfToTextPath ?? "pdftotext", ["-bbox-layout", "-enc", "UTF-8", file, "-"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        long limit = options.MaxUnpackedSizeInBytes / 2;
        using CancellationTokenSource time = CancellationTokenSource.CreateLinkedTokenSource(token);
        using Process process = Start(start, name);
        process.StandardInput.Close();
        StringBuilder output = new();
        int messages = 0;
        bool locked = false;
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is not null && output.Length <= limit)
            {
                output.Append(e.Data).Append('\n');
            }
        };
        process.ErrorDataReceived += (_, e) =>
        {
            messages += e.Data is null ? 0 : 1;
            locked |= e.Data?.Contains("password", StringComparison.OrdinalIgnoreCase) == true;
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (time.Token.Register(() => Kill(process)))
        {
            if (options.ToolTimeout <= TimeSpan.Zero)
            {
                time.Cancel(); // a timer of no time may come after the program has ended
            }
            else
            {
                time.CancelAfter(options.ToolTimeout);
            }

            process.WaitForExit(); // and until the output is read to its end
        }

        token.ThrowIfCancellationRequested();
        if (time.IsCancellationRequested)
        {
            throw new DocumentReadException(
                DocumentReadError.TimedOut, name, $"pdftotext ran longer than {options.ToolTimeout.TotalSeconds:0.#} seconds");
        }

        if (process.ExitCode != 0)
        {
            throw Failed(process.ExitCode, messages, locked, name);
        }

        return output.Length <= limit ? output.ToString()
            : throw new DocumentReadException(DocumentReadError.TooLarge, name, $"its text is larger than the limit of {limit:N0} characters");
    }

    private static DocumentReadException Failed(int code, int messages, bool locked, string name) => code switch
    {
        _ when locked || code == NotPermitted =>
            new DocumentReadException(DocumentReadError.Encrypted, name, "the file needs a password"),
        CannotOpen => new DocumentReadException(
            DocumentReadError.Malformed, name, $"pdftotext cannot open it ({messages} messages): the file is damaged"),
        _ => new DocumentReadException(
            DocumentReadError.ToolFailed, name, $"pdftotext failed with code {code} ({messages} messages)"),
    };

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself in the meantime.
        }
    }

    private static Process Start(ProcessStartInfo start, string name)
    {
        try
        {
            return Process.Start(start) ?? throw new DocumentReadException(
                DocumentReadError.ToolFailed, name, "pdftotext did not start");
        }
        catch (Win32Exception e)
        {
            throw new DocumentReadException(DocumentReadError.ToolMissing, name,
                $"reading PDF needs the program pdftotext (Poppler; Debian package poppler-utils), not found as '{start.FileName}'", e);
        }
    }
}
