using System.Globalization;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Http;

/// <summary>Why a request got no answer, as problem details (RFC 9457) in the language of the request. Immutable.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code, in lower case with underscores; <see cref="Type"/> is made of it.</param>
/// <param name="Chinese">What is wrong, in Chinese.</param>
/// <param name="English">What is wrong, in English.</param>
internal sealed record Problem(int Status, string Code, string Chinese, string English) : IResult
{
    /// <summary>Media type of problem details.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The parameter that is meant, or null.</summary>
    public string? Parameter { get; init; }

    /// <summary>Where in the parameter, in UTF-16 units from 0; null when it is no place.</summary>
    public int? Position { get; init; }

    /// <summary>Seconds after which another try makes sense; null when it does not.</summary>
    public int? RetryAfterInSeconds { get; init; }

    /// <summary>Identifies the kind of problem.</summary>
    public string Type => "urn:scosearch:problem:" + Code.Replace('_', '-');

    /// <summary>A problem from a mistake in a search request.</summary>
    public static Problem From(SearchException mistake) => new(
        mistake.Code == "cursor_expired" ? StatusCodes.Status410Gone : StatusCodes.Status400BadRequest,
        mistake.Code,
        mistake.MessageIn(MessageLanguage.Chinese),
        mistake.MessageIn(MessageLanguage.English))
    {
        Parameter = mistake.Parameter,
        Position = mistake.Position,
    };

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        MessageLanguage language = RequestLanguage.Of(httpContext.Request);
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = language == MessageLanguage.Chinese ? "zh" : "en";
        if (RetryAfterInSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        ProblemBody body = new()
        {
            Type = Type,
            Title = ProblemTitles.Of(Status, language),
            Status = Status,
            Detail = language == MessageLanguage.Chinese ? Chinese : English,
            Code = Code,
            Parameter = Parameter,
            Position = Position,
            TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier,
        };
        return JsonAnswer.WriteAsync(response, body, ApiJsonContext.Readable.ProblemBody, MediaType, httpContext.RequestAborted);
    }
}
