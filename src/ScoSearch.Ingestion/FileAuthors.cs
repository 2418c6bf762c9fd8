namespace ScoSearch.Ingestion;

/// <summary>Tells the authors that programs write into the properties of files by themselves from people.</summary>
internal static class FileAuthors
{
    private static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "Administrator", "Admin", "User", "Users", "Owner", "PC", "Windows User", "Windows 用户", "Microsoft", "Microsoft Office User", "微软用户",
        "微软中国", "Lenovo", "HP", "Dell", "Apple", "WPS", "WPS_1", "python-docx", "unknown", "未知", "用户", "Apache POI", "Aspose", "root",
    };

    /// <summary>The name, or null when it is that of a program, a computer or nobody.</summary>
    public static string? PersonOrNull(string? name) => name is null || Nobody.Contains(name.Trim()) ? null : name;
}
