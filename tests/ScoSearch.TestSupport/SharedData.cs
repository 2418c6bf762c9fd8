using System.IO;

namespace ScoSearch.TestSupport;

/// <summary>Finds the evaluation data that stands beside a checkout but is not part of it.</summary>
public static class SharedData
{
    /// <summary>The folder that holds ScoSearch.sln, or null when the tests run outside a checkout.</summary>
    public static string? RepositoryRoot { get; } = FindUpwards(AppContext.BaseDirectory);

    /// <summary>The shared data folder, or null when it is not there.</summary>
    public static string? Root { get; } = FindShared();

    /// <summary>True when a continuous integration run demands every prerequisite.</summary>
    public static bool PrerequisitesRequired { get; } =
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>Absolute path of a file below the shared data folder.</summary>
    /// <exception cref="DirectoryNotFoundException">The shared data folder is missing.</exception>
    public static string PathOf(params string[] parts) =>
        Path.Combine([Root ?? throw new DirectoryNotFoundException("no folder 'shared' beside the checkout"), .. parts]);

    private static string? FindUpwards(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ScoSearch.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static string? FindShared()
    {
        if (RepositoryRoot is null)
        {
            return null;
        }

        string candidate = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared"));
        return System.IO.Directory.Exists(candidate) ? candidate : null;
    }
}
