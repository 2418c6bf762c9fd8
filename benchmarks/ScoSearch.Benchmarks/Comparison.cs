using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json.Nodes;

namespace ScoSearch.Benchmarks;

/// <summary>Puts two results beside each other: ours, the reference's, and the ratio, above 1 where ours is the better one.</summary>
internal static class Comparison
{
    private static readonly string[] Classes = ["or", "and", "phrase", "frequent", "prefix", "fuzzy"];

    public static int Run(Options options)
    {
        JsonNode ours = JsonNode.Parse(File.ReadAllText(options.Required("ours")))!;
        JsonNode reference = JsonNode.Parse(File.ReadAllText(options.Required("reference")))!;
        StringBuilder table = new();
        table.AppendLine("| measure | ScoSearch | Apache Lucene | ratio (above 1: ours is better) |");
        table.AppendLine("| --- | ---: | ---: | ---: |");
        Row(table, "analysis, characters/s", ours["analysis"], reference["analysis"], "charactersPerSecond", higherIsBetter: true);
        Equal(table, "analysis, same tokens", ours["analysis"], reference["analysis"], "tokens");
        foreach (int threads in (ReadOnlySpan<int>)[1, 2])
        {
            (JsonNode? a, JsonNode? b) = (ours[$"indexing{threads}"], reference[$"indexing{threads}"]);
            Row(table, $"indexing, paragraphs/s, {threads} thread(s)", a, b, "paragraphsPerSecond", higherIsBetter: true);
            Row(table, $"index bytes, {threads} thread(s)", a, b, "indexBytes", higherIsBetter: false);
            Row(table, $"peak memory KiB, indexing, {threads} thread(s)", a, b, "peakKiB", higherIsBetter: false);
        }

        foreach (int threads in (ReadOnlySpan<int>)[1, 2])
        {
            foreach (string name in Classes)
            {
                (JsonNode? a, JsonNode? b) = (ours[$"search{threads}"]?[name], reference[$"search{threads}"]?[name]);
                string label = $"{name}, {threads} thread(s)";
                Row(table, $"{label}, p50 us", a, b, "p50Us", higherIsBetter: false);
                Row(table, $"{label}, p95 us", a, b, "p95Us", higherIsBetter: false);
                Row(table, $"{label}, p99 us", a, b, "p99Us", higherIsBetter: false);
                Row(table, $"{label}, queries/s", a, b, "queriesPerSecond", higherIsBetter: true);
                table.AppendLine(CultureInfo.InvariantCulture, $"| {label}, bytes allocated a query | {a?["allocatedBytesPerQuery"]:0} | | |");
            }
        }

        double cold = Median(ours["coldStartMs"]);
        double coldReference = Median(reference["coldStartMs"]);
        table.AppendLine(CultureInfo.InvariantCulture, $"| cold start to first hit, ms (median) | {cold:0.0} | {coldReference:0.0} | {coldReference / cold:0.00} |");
        table.AppendLine(CultureInfo.InvariantCulture, $"| dictionary ready, ms (median) | {Median(ours["dictionaryMs"]):0.0} | | |");
        Console.Write(table);
        return 0;
    }

    private static void Row(StringBuilder table, string label, JsonNode? ours, JsonNode? reference, string name, bool higherIsBetter)
    {
        double a = (double?)ours?[name] ?? double.NaN;
        double b = (double?)reference?[name] ?? double.NaN;
        double ratio = higherIsBetter ? a / b : b / a;
        table.AppendLine(CultureInfo.InvariantCulture, $"| {label} | {a:0.#} | {b:0.#} | {ratio:0.00} |");
    }

    private static void Equal(StringBuilder table, string label, JsonNode? ours, JsonNode? reference, string name)
    {
        long a = (long?)ours?[name] ?? -1;
        long b = (long?)reference?[name] ?? -2;
        table.AppendLine(CultureInfo.InvariantCulture, $"| {label} | {a} | {b} | {(a == b ? "equal" : "DIFFERENT")} |");
    }

    private static double Median(JsonNode? times)
    {
        double[] all = [.. (times as JsonArray ?? []).Select(t => (double)t!)];
        return all.Length == 0 ? double.NaN : all[all.Length / 2];
    }
}
