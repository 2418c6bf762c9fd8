using System.IO;

namespace ScoSearch.TestSupport;

/// <summary>What a test needs from outside the repository, and why it is skipped without it.</summary>
internal static class Prerequisites
{
    /// <summary>Where Debian's liblucene8-java installs its jars.</summary>
    public const string LuceneJarFolder = "/usr/share/java";

    /// <summary>The skip reason, or null when the test must run.</summary>
    public static string? MissingSharedData { get; } =
        SharedData.Root is null && !SharedData.PrerequisitesRequired
            ? "the folder 'shared' is not beside this checkout"
            : null;

    /// <summary>The skip reason, or null when the test must run.</summary>
    public static string? MissingLucene { get; } =
        !File.Exists(Path.Combine(LuceneJarFolder, "lucene-core-8.7.0.jar")) && !SharedData.PrerequisitesRequired
            ? "Apache Lucene's jars are not installed (Debian package liblucene8-java)"
            : null;
}
