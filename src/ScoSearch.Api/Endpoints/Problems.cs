using Microsoft.AspNetCore.Http.HttpResults;

namespace ScoSearch.Api.Endpoints;

/// <summary>Errors as problem details (RFC 9457), each with a stable code.</summary>
internal static class Problems
{
    public static ProblemHttpResult NotReady() =>
        Create(StatusCodes.Status503ServiceUnavailable, "not_ready", "索引正在建立，请稍后再试。 The index is being built; try again shortly.");

    public static ProblemHttpResult BadQuery(int maxLength) =>
        Create(
            StatusCodes.Status400BadRequest,
            "bad_query",
            FormattableString.Invariant($"参数 q 应为 1 至 {maxLength} 个字符。 The parameter q must have 1 to {maxLength} characters."));

    /// <summary>A problem when the value is out of its range, else null.</summary>
    public static ProblemHttpResult? CheckRange(string name, int value, int minimum, int maximum) =>
        value >= minimum && value <= maximum
            ? null
            : Create(
                StatusCodes.Status400BadRequest,
                "bad_parameter",
                FormattableString.Invariant($"参数 {name} 应在 {minimum} 至 {maximum} 之间。 The parameter {name} must be from {minimum} to {maximum}."));

    private static ProblemHttpResult Create(int status, string code, string detail) =>
        TypedResults.Problem(
            detail: detail,
            statusCode: status,
            type: $"https://scosearch.invalid/problems/{code.Replace('_', '-')}",
            extensions: new Dictionary<string, object?> { ["code"] = code });
}
