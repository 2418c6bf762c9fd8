using System.Text;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Variants;

/// <summary>Finds what was probably meant by a query with words that the index does not hold. Thread-safe.</summary>
/// <remarks>
/// Only what the index does not know is touched, so that no query that can be answered as it is gets another answer. Quoted
/// parts are corrected like others; what is excluded by a minus sign stays.
/// </remarks>
internal sealed class QueryCorrector(HanCorrector han, LatinCorrector latin)
{
    /// <summary>The query that was probably meant, or null when there is nothing to correct or nothing better is known.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public QueryCorrection? Correct(string query, CancellationToken cancellation)
    {
        StringBuilder corrected = new();
        CorrectionKind kind = CorrectionKind.Spelling;
        bool isChanged = false;
        foreach (QueryRun run in QueryRuns.Split(query))
        {
            cancellation.ThrowIfCancellationRequested();
            string text = query[run.Start..run.End];
            string? better = null;
            if (run.Kind == QueryRunKind.Han)
            {
                better = han.Correct(text, cancellation);
            }
            else if (run.Kind == QueryRunKind.Latin && latin.Correct(text, cancellation) is { } found)
            {
                better = found.Text;
                kind = found.Kind == CorrectionKind.Pinyin ? CorrectionKind.Pinyin : kind;
            }

            isChanged |= better is not null;
            corrected.Append(better ?? text);
        }

        return isChanged && corrected.Length <= SearchRequest.MaxQueryLength
            ? new QueryCorrection(corrected.ToString(), kind)
            : null;
    }
}
