using System.Diagnostics;
using System.IO;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Store;

public sealed class NativeFileLockTests : IDisposable
{
    private const string JavaProgram = """
        import java.nio.file.*; import org.apache.lucene.store.*;
        public class LockProbe {
          public static void main(String[] args) throws Exception {
            try (Directory d = FSDirectory.open(Paths.get(args[0])); Lock l = d.obtainLock("write.lock")) {
              System.out.println("taken");
              System.out.flush();
              System.in.read();
              l.ensureValid();
            } catch (LockObtainFailedException e) {
              System.out.println("refused");
            }
          }
        }
        """;

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("scosearch-lock").FullName;

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Obtain_Twice_IsRefusedUntilReleased()
    {
        using FSDirectory directory = FSDirectory.Open(_folder);
        using FSDirectory other = FSDirectory.Open(_folder);
        IndexLock first = directory.ObtainLock("write.lock");

        Assert.Throws<LockObtainFailedException>(() => other.ObtainLock("write.lock"));
        first.EnsureValid();
        first.Dispose();
        Assert.Throws<IOException>(first.EnsureValid);
        using IndexLock second = other.ObtainLock("write.lock");

        second.EnsureValid();
        Assert.Equal(0, new FileInfo(Path.Combine(_folder, "write.lock")).Length);
    }

    [Fact]
    public void Obtain_ThroughALink_IsTheSameLock()
    {
        string real = Path.Combine(_folder, "real");
        System.IO.Directory.CreateDirectory(Path.Combine(real, "index"));
        System.IO.Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), "real");
        using FSDirectory directory = FSDirectory.Open(Path.Combine(real, "index"));
        using FSDirectory linked = FSDirectory.Open(Path.Combine(_folder, "link", "index"));

        using IndexLock held = directory.ObtainLock("write.lock");

        Assert.Throws<LockObtainFailedException>(() => linked.ObtainLock("write.lock"));
    }

    [Fact]
    public void EnsureValid_FileWrittenToOrRemoved_Fails()
    {
        using FSDirectory directory = FSDirectory.Open(_folder);
        string path = Path.Combine(_folder, "write.lock");
        using (IndexLock written = directory.ObtainLock("write.lock"))
        {
            File.WriteAllText(path, "x");
            Assert.Throws<IOException>(written.EnsureValid);
        }

        File.WriteAllText(path, "");
        using IndexLock removed = directory.ObtainLock("write.lock");
        File.Delete(path);
        Assert.Throws<IOException>(removed.EnsureValid);
    }

    [LuceneFact]
    public void Lock_ExcludesApacheLuceneAndIsExcludedByIt()
    {
        string source = Path.Combine(_folder, "LockProbe.java");
        File.WriteAllText(source, JavaProgram);
        string index = Path.Combine(_folder, "index");
        using FSDirectory directory = FSDirectory.Open(index);

        using (directory.ObtainLock("write.lock"))
        {
            using Process refused = StartJava(source, index);
            Assert.Equal("refused", refused.StandardOutput.ReadLine());
            refused.WaitForExit();
        }

        using Process holder = StartJava(source, index);
        Assert.Equal("taken", holder.StandardOutput.ReadLine());
        Assert.Throws<LockObtainFailedException>(() => directory.ObtainLock("write.lock"));
        holder.StandardInput.WriteLine();
        holder.WaitForExit();
        Assert.Equal(0, holder.ExitCode);
        using IndexLock free = directory.ObtainLock("write.lock");
        free.EnsureValid();
    }

    private static Process StartJava(string source, string index)
    {
        ProcessStartInfo start = new("java") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-cp");
        start.ArgumentList.Add("/usr/share/java/lucene-core-8.7.0.jar");
        start.ArgumentList.Add(source);
        start.ArgumentList.Add(index);
        return Process.Start(start)!;
    }
}
