using ScoSearch.Core.Documents;
using ScoSearch.Ingestion;

namespace ScoSearch.Cli;

/// <summary>The file formats the tool reads.</summary>
internal static class FormatReaders
{
    /// <summary>All readers there are.</summary>
    public static DocumentReaders All => IngestionReaders.Default;
}
