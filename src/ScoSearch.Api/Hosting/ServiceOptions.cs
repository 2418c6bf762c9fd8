namespace ScoSearch.Api.Hosting;

/// <summary>Settings of the service, bound from the configuration section "ScoSearch". Validated at start.</summary>
public sealed record ServiceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ScoSearch";

    /// <summary>Folder with <c>corpus/</c>, <c>dictionaries/</c> and <c>index/</c>; the default is <c>index-data</c>,
    /// looked for in the current folder and the folders above it.</summary>
    public string DataPath { get; init; } = "index-data";

    /// <summary>Folder of the index; null for <c>index</c> below <see cref="DataPath"/>.</summary>
    public string? IndexPath { get; init; }

    /// <summary>Longest query, in UTF-16 units; from 1 to 1,024, the default.</summary>
    public int MaxQueryLength { get; init; } = 1024;
}
