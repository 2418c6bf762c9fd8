using System.Globalization;
using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Index.Merging;
using ScoSearch.Lucene.Store;

namespace ScoSearch.TestSupport.Generators;

/// <summary>Lets our writer run a script that the judge's "build" understands as well.</summary>
/// <remarks>Merges happen only when the script asks for them, unless it configures (merge tiered).</remarks>
public sealed class EngineScript : IDisposable
{
    // So many segments may lie side by side that no merge happens by itself.
    private const int Unlimited = 10_000;

    private readonly FSDirectory _directory;
    private IndexWriterConfig _config = DefaultConfig();
    private IndexWriter? _writer;

    private EngineScript(string directory) => _directory = FSDirectory.Open(directory);

    /// <summary>Runs a whole script.</summary>
    public static void Run(string directory, string script)
    {
        using EngineScript run = new(directory);
        foreach (SExpression operation in SExpression.ParseAll(script))
        {
            run.Execute(operation);
        }
    }

    /// <summary>The configuration from which scripts start.</summary>
    public static IndexWriterConfig DefaultConfig() => new(new SpaceAnalyzer())
    {
        CommitOnClose = false,
        UseCompoundFile = false,
        MergePolicy = new TieredMergePolicy { SegmentsPerTier = Unlimited, NoCompoundRatio = 0 },
        MergeThreads = 0,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer?.Dispose();
        _directory.Dispose();
    }

    private void Execute(SExpression e)
    {
        if (e.Head == "config")
        {
            _writer?.Dispose();
            _writer = null;
            _config = e.From(1).Aggregate(DefaultConfig(), Configure);
            return;
        }

        _writer ??= new IndexWriter(_directory, _config);
        switch (e.Head)
        {
            case "add":
                _writer.AddDocument(EngineDocuments.Create(e.From(1)));
                break;
            case "update":
                _writer.UpdateDocument(new Term(e.Text(1), e.Text(2)), EngineDocuments.Create(e.From(3)));
                break;
            case "delete":
                _writer.DeleteDocuments(new Term(e.Text(1), e.Text(2)));
                break;
            case "delete-all":
                _writer.DeleteAll();
                break;
            case "flush":
                _writer.GetReader().Dispose();
                break;
            case "forcemerge":
                _writer.ForceMerge(e.Int(1));
                break;
            case "commit":
                _writer.SetCommitUserData(e.From(1).ToDictionary(p => p.Text(0), p => p.Text(1)));
                _writer.Commit();
                break;
            case "rollback":
                _writer.Rollback();
                _writer = null;
                break;
            default:
                throw new FormatException($"unknown operation: {e.Head}");
        }
    }

    private static IndexWriterConfig Configure(IndexWriterConfig config, SExpression option) => option.Head switch
    {
        "create" => config with { OpenMode = OpenMode.Create },
        "compound" => config with
        {
            UseCompoundFile = option.Bool(1),
            MergePolicy = config.MergePolicy with { NoCompoundRatio = option.Bool(1) ? 1 : 0 },
        },
        "mode" => config with
        {
            StoredFieldsMode = option.Text(1) == "BEST_COMPRESSION"
                ? StoredFieldsMode.BestCompression
                : StoredFieldsMode.BestSpeed,
        },
        "ram" => config with { RamBufferSizeMB = double.Parse(option.Text(1), CultureInfo.InvariantCulture) },
        "maxdocs" => config with { MaxBufferedDocs = option.Int(1) },
        "merge" => config with
        {
            MergePolicy = option.Text(1) == "tiered"
                ? new TieredMergePolicy { NoCompoundRatio = config.UseCompoundFile ? 1 : 0 }
                : config.MergePolicy,
        },
        "threads" => config with { MergeThreads = option.Int(1) },
        _ => throw new FormatException($"unknown option: {option}"),
    };
}
