using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;
using ScoSearch.Api.Limits;
using ScoSearch.Api.Telemetry;
using ScoSearch.Core;

namespace ScoSearch.Api.Endpoints;

/// <summary>Answers a request from one snapshot of the index, with its generation as ETag. Thread-safe.</summary>
internal sealed class SnapshotReader(IndexHolder holder, SearchGate gate, ServiceMetrics metrics)
{
    private const int NotReadyRetryInSeconds = 2;

    /// <summary>Answers, when there is an index, it is this request's turn, and the client has no such answer yet.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">Makes the answer; called at most once.</param>
    public async Task<IResult> ReadAsync(HttpContext context, Func<ScoSearchIndex, IResult> answer)
    {
        using IDisposable? turn = await gate.EnterAsync(context.RequestAborted);
        if (turn is null)
        {
            return SearchGate.Busy();
        }

        using IndexLease? lease = holder.TryBorrow();
        if (lease is null)
        {
            metrics.Rejected("not_ready");
            return NotReady();
        }

        // Sent by the caller, when the turn and the index are free again: whoever reads slowly must not hold up the others.
        return AnswerFrom(context, lease.Index, answer);
    }

    /// <summary>The answer while there is no index.</summary>
    public static Problem NotReady() => new(
        StatusCodes.Status503ServiceUnavailable,
        "not_ready",
        "索引正在建立，请稍后再试。",
        "The index is being built; try again shortly.")
    {
        RetryAfterInSeconds = NotReadyRetryInSeconds,
    };

    private static IResult AnswerFrom(HttpContext context, ScoSearchIndex index, Func<ScoSearchIndex, IResult> answer)
    {
        HttpRequest request = context.Request;
        bool isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        bool isTagged = isRead && context.GetEndpoint()?.Metadata.GetMetadata<CachedByGeneration>() is not null;
        if (isTagged && GenerationTag.IsKnown(request, index))
        {
            GenerationTag.Set(context.Response, index);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        IResult result = answer(index);
        if (isTagged && result is not Problem && context.Response.Headers.CacheControl.Count == 0)
        {
            GenerationTag.Set(context.Response, index);
        }

        return result;
    }
}
