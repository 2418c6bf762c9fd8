using System.IO;
using ScoSearch.Lucene.Store;
using ScoSearch.Lucene.Tests.Codecs;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Lucene.Tests.Index.Damage;

/// <summary>
/// Random damage to every file of whole indexes with all kinds of fields: what a checksum covers is told by file and
/// offset, and whatever is read without checksums ends in a typed exception or in an end, with bounded memory.
/// </summary>
public sealed class DamagedIndexTests
{
    private const int PlacesOfEachFile = 40;

    // A sound run of the walk below takes under 3 MB.
    private const long MostBytesAllocated = 64L << 20;

    public static TheoryData<string> Shapes { get; } =
        new("(config (maxdocs 90))", "(config (maxdocs 90) (compound true))", "(config (maxdocs 90) (mode BEST_COMPRESSION))");

    [Theory]
    [MemberData(nameof(Shapes))]
    public void AnyFile_DamagedAnywhere_IsToldByNameAndOffset(string config)
    {
        List<string> failures = [];
        for (int round = 0; round < TestSeed.Rounds; round++)
        {
            DamageEachFile(config, round, failures);
        }

        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n", failures)}");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void AnyFile_OfAnotherFormat_IsToldByName(string config)
    {
        Random random = TestSeed.NewRandom(config.Length);
        Dictionary<string, byte[]> files = WriteFiles(config, random);
        byte[] noise = new byte[1000];
        random.NextBytes(noise);
        foreach (string name in files.Keys)
        {
            byte[][] others = [noise, "PK\u0003\u0004"u8.ToArray(), [], .. files.Where(f => f.Key != name).Select(f => f.Value)];
            foreach (byte[] foreign in others)
            {
                AssertTold(With(files, name, foreign), name, $"{config} {name} replaced; {TestSeed.Hint}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void AnyFile_OfAnotherVersion_IsRefusedByName(string config)
    {
        Dictionary<string, byte[]> files = WriteFiles(config, TestSeed.NewRandom());
        foreach ((string name, byte[] bytes) in files)
        {
            foreach (int version in new[] { -1, int.MinValue, 100, int.MaxValue })
            {
                byte[] other = Damage.WithVersion(bytes, version);

                IndexFormatVersionException refused = Assert.Throws<IndexFormatVersionException>(
                    () => IndexWalk.Read(Open(With(files, name, other)), verify: true));

                Assert.Equal((name, version), (refused.File, refused.Found));
                Assert.True(version < refused.Minimum || version > refused.Maximum);
                Assert.Contains(version < 0 ? "too old" : "too new", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    private static void DamageEachFile(string config, int round, List<string> failures)
    {
        Random random = TestSeed.NewRandom(config.Length + (1000 * round));
        Dictionary<string, byte[]> files = WriteFiles(config, random);
        string sound = IndexWalk.Read(Open(files), verify: true);
        foreach ((string name, byte[] bytes) in files)
        {
            for (int place = 0; place < PlacesOfEachFile; place++)
            {
                (byte[] damaged, string what) = Damage.Any(bytes, place, random);
                string where = $"{config} round {round} {name} of {bytes.Length} bytes, {what}; {TestSeed.Hint}";
                Dictionary<string, byte[]> changed = With(files, name, damaged);
                Collect(() => AssertTold(changed, name, where));
                Collect(() => AssertEnds(changed, sound, where));
            }
        }

        void Collect(Action check)
        {
            if (Record.Exception(check) is { } failure)
            {
                failures.Add(failure.Message);
            }
        }
    }

    private static void AssertTold(Dictionary<string, byte[]> files, string name, string where)
    {
        Exception? told = Record.Exception(() => IndexWalk.Read(Open(files), verify: true));
        switch (told)
        {
            case CorruptIndexException damage:
                // Where two files contradict each other, the message names both.
                Assert.True(damage.File is not null, $"{where}: no file: {damage.Message}");
                Assert.True(damage.Message.Contains(name, StringComparison.Ordinal), $"{where}: blamed is {damage.Message}");
                Assert.True(damage.Offset >= 0, $"{where}: no offset: {damage.Message}");
                break;
            case IndexFormatVersionException version:
                // A file inside a compound file is named with it.
                bool isBlamed = version.File == name || version.File.EndsWith($" in {name}", StringComparison.Ordinal);
                Assert.True(isBlamed, $"{where}: blamed is {version.File}");
                break;
            default:
                Assert.Fail($"{where}: {told?.ToString() ?? "not noticed"}");
                break;
        }
    }

    private static void AssertEnds(Dictionary<string, byte[]> files, string sound, string where)
    {
        using ByteBuffersDirectory directory = Open(files);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exception? told = Record.Exception(() => IndexWalk.Read(directory, verify: false));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        bool typed = told is null or CorruptIndexException or IndexFormatVersionException or UnsupportedIndexFeatureException;
        Assert.True(typed, $"{where}: {told}");
        Assert.True(allocated < MostBytesAllocated + (2 * sound.Length), $"{where}: {allocated} bytes allocated");
    }

    private static Dictionary<string, byte[]> WriteFiles(string config, Random random)
    {
        using TemporaryFolder folder = new();
        RandomDocuments documents = new(random);
        IEnumerable<string> additions = Enumerable.Range(0, 200).Select(i => $"\n(add {documents.Full($"{i}")})");
        EngineScript.Run(folder.Path, $"{config}{string.Concat(additions)}(delete id \"3\")(delete id \"150\")(commit)");
        return System.IO.Directory.GetFiles(folder.Path)
            .Where(path => Path.GetFileName(path) != "write.lock")
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes, StringComparer.Ordinal);
    }

    private static Dictionary<string, byte[]> With(Dictionary<string, byte[]> files, string name, byte[] bytes) =>
        new(files, StringComparer.Ordinal) { [name] = bytes };

    private static ByteBuffersDirectory Open(Dictionary<string, byte[]> files)
    {
        ByteBuffersDirectory directory = new();
        foreach ((string name, byte[] bytes) in files)
        {
            HexFiles.Add(directory, name, bytes);
        }

        return directory;
    }
}
