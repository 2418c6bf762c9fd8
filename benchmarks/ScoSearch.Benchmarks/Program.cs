using System.Text.Encodings.Web;
using System.Text.Unicode;
using ScoSearch.Benchmarks;

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: ScoSearch.Benchmarks corpus|compare|all|analysis|indexing|search|product|ranking|suggest|corrections|paragraphs|first-hit|dictionary [--option value ...]; see benchmarks/README.md");
    return 2;
}

Options options = new(args);
switch (options.Command)
{
    case "corpus":
        CorpusGenerator.Write(options);
        return 0;
    case "compare":
        return Comparison.Run(options);
    case "all":
        Console.WriteLine(AllMeasurements.Run(options).ToJsonString());
        return 0;
    case "analysis":
        Console.WriteLine(AnalysisBench.Run(options).ToJsonString());
        return 0;
    case "indexing":
        Console.WriteLine(IndexingBench.Run(options).ToJsonString());
        return 0;
    case "search":
        Console.WriteLine(SearchBench.Run(options).ToJsonString());
        return 0;
    case "product":
        Console.WriteLine(ProductBench.Run(options).ToJsonString());
        return 0;
    case "ranking":
        Console.WriteLine(RankingBench.Run(options).ToJsonString(new() { WriteIndented = true }));
        return 0;
    case "suggest":
        Console.WriteLine(SuggestBench.Run(options).ToJsonString(new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true }));
        return 0;
    case "corrections":
        Console.WriteLine(CorrectionBench.Run(options).ToJsonString(new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true }));
        return 0;
    case "paragraphs":
        Console.WriteLine(ParagraphBench.Run(options).ToJsonString());
        return 0;
    case "first-hit":
        ColdStart.FirstHit(options);
        return 0;
    case "dictionary":
        ColdStart.Dictionary();
        return 0;
    default:
        Console.Error.WriteLine($"unknown command: {options.Command}");
        return 2;
}
