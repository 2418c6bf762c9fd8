using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Runs <c>pdftotext</c> with a time limit.</summary>
internal static class PdfToText
{
    public static string Run(ReadOnlyMemory<byte> content, string name, ReadingOptions options, CancellationToken token)
    {
        string file = Path.GetTempFileName();
        try
        {
            using (FileStream copy = File.Create(file))
            {
                copy.Write(content.Span);
            }

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
        using Process process = Start(start, name);
        process.StandardInput.Close();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(options.ToolTimeout);
        StringBuilder output = new();
        int messages = 0;
        process.OutputDataReceived += (_, e) => Append(output, e.Data, options.MaxUnpackedSizeInBytes / 2);
        process.ErrorDataReceived += (_, e) => messages += e.Data is null ? 0 : 1;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        bool ended = process.WaitForExit(options.ToolTimeout);
        if (!ended || limit.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            token.ThrowIfCancellationRequested();
            throw new DocumentReadException(
                DocumentReadError.TimedOut, name, $"pdftotext ran longer than {options.ToolTimeout.TotalSeconds:0.#} seconds");
        }

        process.WaitForExit(); // until the output is read to its end
        if (process.ExitCode != 0)
        {
            // 1 = cannot open the file, 3 = permissions
            DocumentReadError error = process.ExitCode == 3 ? DocumentReadError.Encrypted : DocumentReadError.Malformed;
            throw new DocumentReadException(error, name,
                $"pdftotext failed with code {process.ExitCode} ({messages} messages); the file is damaged or encrypted");
        }

        return output.Length * 2L > options.MaxUnpackedSizeInBytes
            ? throw new DocumentReadException(DocumentReadError.TooLarge, name, "its text is larger than the limit")
            : output.ToString();
    }

    private static void Append(StringBuilder output, string? line, long limit)
    {
        if (line is not null && output.Length <= limit)
        {
            output.Append(line).Append('\n');
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
