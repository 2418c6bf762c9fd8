namespace ScoSearch.Api.Http;

/// <summary>Problem details for answers that the framework leaves empty: no such path, no such method.</summary>
internal static class StatusProblems
{
    public static IApplicationBuilder UseStatusProblems(this IApplicationBuilder app) => app.UseStatusCodePages(context =>
    {
        HttpContext http = context.HttpContext;
        Problem problem = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new Problem(404, "not_found", "没有这个地址。", "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => new Problem(405, "method_not_allowed", "这个地址不接受该方法。", "This address does not take that method."),
            StatusCodes.Status415UnsupportedMediaType => BodyProblems.NotJson(),
            int status => new Problem(status, "bad_request", "请求有误。", "The request is not well-formed."),
        };
        return problem.ExecuteAsync(http);
    });
}
