using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace ScoSearch.TestSupport;

/// <summary>Compiles the judge's Java program, once for each state of its sources.</summary>
internal static class JudgeProgram
{
    private static readonly string[] Jars = ["core", "analyzers-common", "analyzers-smartcn"];

    /// <summary>The class path of the compiled program.</summary>
    /// <exception cref="JudgeException">The sources, the compiler or the jars are missing.</exception>
    public static string ClassPath()
    {
        string project = Path.Combine(
            SharedData.RepositoryRoot ?? throw new JudgeException("the tests run outside a checkout"),
            "tests",
            "ScoSearch.Conformance.Tests");
        string[] sources = System.IO.Directory.GetFiles(Path.Combine(project, "java"), "*.java");
        Array.Sort(sources, StringComparer.Ordinal);
        string jars = string.Join(':', Jars.Select(JarPath));
        string classes = Path.Combine(project, "obj", "judge", HashOf(sources));
        if (!System.IO.Directory.Exists(classes))
        {
            Compile(sources, jars, classes);
        }

        return classes + ":" + jars;
    }

    /// <summary>Starts a Java tool; a missing one becomes an error that says what to install.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new JudgeException($"'{start.FileName}' did not start");
        }
        catch (Win32Exception missing)
        {
            throw new JudgeException(
                $"'{start.FileName}' is not installed (Debian package default-jdk-headless)", missing);
        }
    }

    private static string JarPath(string name)
    {
        string path = Path.Combine(Prerequisites.LuceneJarFolder, $"lucene-{name}-8.7.0.jar");
        return File.Exists(path)
            ? path
            : throw new JudgeException($"{path} is missing (Debian package liblucene8-java)");
    }

    private static string HashOf(string[] sources)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string source in sources)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(source)));
            hash.AppendData(File.ReadAllBytes(source));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    // Several test runs may compile at once: each into a folder of its own, and the first one is renamed.
    private static void Compile(string[] sources, string jars, string classes)
    {
        string own = $"{classes}.{Environment.ProcessId}";
        System.IO.Directory.CreateDirectory(own);
        ProcessStartInfo start = new("javac") { RedirectStandardError = true };
        foreach (string argument in (string[])["-encoding", "UTF-8", "-nowarn", "-d", own, "-cp", jars, .. sources])
        {
            start.ArgumentList.Add(argument);
        }

        using Process compiler = Start(start);
        string errors = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        if (compiler.ExitCode != 0)
        {
            throw new JudgeException($"the judge's program does not compile:\n{errors}");
        }

        try
        {
            System.IO.Directory.Move(own, classes);
        }
        catch (IOException) when (System.IO.Directory.Exists(classes))
        {
            System.IO.Directory.Delete(own, recursive: true);
        }
    }
}
