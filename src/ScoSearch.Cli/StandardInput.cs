using System.IO;
using ScoSearch.Core.Documents;

namespace ScoSearch.Cli;

/// <summary>A document from standard input.</summary>
internal static class StandardInput
{
    /// <summary>The path that stands for it.</summary>
    public const string Name = "-";

    /// <summary>Reads it to its end.</summary>
    /// <param name="id">Id of the document; an extension in it may name the format.</param>
    /// <param name="options">Limits.</param>
    public static SourceDocument Read(string id, ReadingOptions options)
    {
        using Stream input = Console.OpenStandardInput();
        return SourceDocument.FromStream(id, input, options, id);
    }
}
