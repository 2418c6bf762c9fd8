using System.IO;
using ScoSearch.TestSupport;

namespace ScoSearch.Ingestion.Tests;

/// <summary>A fact that needs Poppler's pdftotext; skipped with a reason without it, unless CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfToolFactAttribute : FactAttribute
{
    private static readonly bool HasTool = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(p => File.Exists(Path.Combine(p, "pdftotext")) || File.Exists(Path.Combine(p, "pdftotext.exe")));

    private bool _needsSharedData;

    public PdfToolFactAttribute() => Skip = HasTool || SharedData.PrerequisitesRequired
        ? null! : "pdftotext is not installed (Debian package poppler-utils)";

    /// <summary>Whether the shared data folder is needed too.</summary>
    public bool NeedsSharedData
    {
        get => _needsSharedData;
        set
        {
            _needsSharedData = value;
            Skip ??= new SharedDataFactAttribute().Skip;
        }
    }
}
