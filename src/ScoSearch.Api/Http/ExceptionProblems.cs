using Microsoft.AspNetCore.Diagnostics;
using ScoSearch.Api.Endpoints;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Api.Http;

/// <summary>Turns what went wrong into problem details; details that only the operator may see go to the log. Thread-safe.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer; the status is for the access log.
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        Problem problem = Describe(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            LogFailure(logger, exception, problem.Code);
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private static Problem Describe(Exception exception) => exception switch
    {
        SearchException mistake => Problem.From(mistake),
        DocumentReadException unreadable => DocumentProblems.Unreadable(unreadable),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new Problem(
            StatusCodes.Status413PayloadTooLarge, "content_too_large", "请求正文过大。", "The body of the request is too large."),
        BadHttpRequestException bad => new Problem(bad.StatusCode, "bad_request", "请求有误。", "The request is not well-formed."),
        LockObtainFailedException => new Problem(
            StatusCodes.Status503ServiceUnavailable,
            "index_locked",
            "另一个程序正在写索引，请稍后再试。",
            "Another program is writing to the index; try again shortly.")
        {
            RetryAfterInSeconds = 5,
        },
        IndexMismatchException => new Problem(
            StatusCodes.Status503ServiceUnavailable,
            "index_mismatch",
            "索引与词典或程序版本不符，需要重建。",
            "The index does not fit the dictionaries or the version of the service; it must be rebuilt."),
        CorruptIndexException => new Problem(
            StatusCodes.Status500InternalServerError, "index_damaged", "索引已损坏，需要重建。", "The index is damaged; it must be rebuilt."),
        _ => new Problem(
            StatusCodes.Status500InternalServerError,
            "internal",
            "服务内部错误；请把 traceId 告诉管理员。",
            "An internal error; tell the operator the traceId."),
    };

    [LoggerMessage(LogLevel.Error, "The request failed: {Code}")]
    private static partial void LogFailure(ILogger logger, Exception cause, string code);
}
