using System.Globalization;
using System.Reflection;

namespace ScoSearch.Core.Indexing;

/// <summary>What ScoSearch writes into the user data of each commit, and how it is compared when an index is opened.</summary>
internal static class IndexCommitData
{
    /// <summary>Version of <see cref="ParagraphFields"/>.</summary>
    public const string SchemaVersion = "6";

    public const string SchemaKey = "scosearch.schema";
    public const string AnalysisKey = "scosearch.analysis";
    public const string WordsKey = "scosearch.words";
    public const string SynonymsKey = "scosearch.synonyms";
    public const string ProductKey = "scosearch.version";
    public const string BuiltKey = "scosearch.built";

    /// <summary>Version of this assembly, such as <c>0.1.0</c>.</summary>
    public static string ProductVersion { get; } =
        typeof(IndexCommitData).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The user data of a commit.</summary>
    /// <param name="analysis">What the paragraphs are analysed with.</param>
    /// <param name="built">When the commit is made.</param>
    public static IReadOnlyDictionary<string, string> Create(ParagraphAnalysis analysis, DateTimeOffset built) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [BuiltKey] = built.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            [SchemaKey] = SchemaVersion,
            [AnalysisKey] = ParagraphAnalysis.Version,
            [WordsKey] = analysis.Dictionaries.Words.Fingerprint,
            [SynonymsKey] = analysis.Dictionaries.Synonyms.Fingerprint,
            [ProductKey] = ProductVersion,
        };

    /// <summary>When a commit was made; null when it does not say.</summary>
    public static DateTimeOffset? ReadTime(IReadOnlyDictionary<string, string>? data) =>
        DateTimeOffset.TryParse(
            data?.GetValueOrDefault(BuiltKey), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;

    /// <summary>Whether an index was built with the dictionaries of an analysis.</summary>
    public static bool HasDictionaries(IReadOnlyDictionary<string, string> found, ParagraphAnalysis analysis) =>
        found.GetValueOrDefault(WordsKey) == analysis.Dictionaries.Words.Fingerprint
        && found.GetValueOrDefault(SynonymsKey) == analysis.Dictionaries.Synonyms.Fingerprint;

    /// <summary>Compares the user data of an index with an analysis. The product version may differ.</summary>
    /// <exception cref="IndexMismatchException">Something differs.</exception>
    public static void Check(IReadOnlyDictionary<string, string> found, ParagraphAnalysis analysis, string indexPath)
    {
        IReadOnlyDictionary<string, string> expected = Create(analysis, default);
        if (!found.ContainsKey(SchemaKey))
        {
            throw new IndexMismatchException(IndexMismatch.NotScoSearch, indexPath, SchemaKey, null);
        }

        Compare(SchemaKey, IndexMismatch.Schema);
        Compare(AnalysisKey, IndexMismatch.Analysis);
        Compare(WordsKey, IndexMismatch.Words);
        Compare(SynonymsKey, IndexMismatch.Synonyms);

        void Compare(string key, IndexMismatch mismatch)
        {
            string? value = found.GetValueOrDefault(key);
            if (value != expected[key])
            {
                throw new IndexMismatchException(mismatch, indexPath, expected[key], value);
            }
        }
    }
}
