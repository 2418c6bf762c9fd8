using ScoSearch.Api.Http;
using ScoSearch.Api.Indexing;
using ScoSearch.Api.OpenApi;
using ScoSearch.Api.Security;

namespace ScoSearch.Api.Endpoints;

/// <summary>Rebuilding the index in the background, and reloading what another program changed.</summary>
internal static class AdminEndpoints
{
    private const int JobSegment = 3;

    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/admin/rebuild", Rebuild).WithName("Rebuild").WithTags("admin")
            .WithSummary("在后台重建索引 · Rebuild the index in the background")
            .AnswersWith<JobStatus>(StatusCodes.Status202Accepted, 409).WithLanguageOnly().RequireScope(AccessScope.Admin);
        routes.MapGet("/v1/admin/jobs/{id}", FindJob).WithName("Job").WithTags("admin")
            .WithSummary("任务进度 · Progress of a job")
            .Answers<JobStatus>(404).WithLanguageOnly().RequireScope(AccessScope.Admin);
        routes.MapDelete("/v1/admin/jobs/{id}", CancelJob).WithName("CancelJob").WithTags("admin")
            .WithSummary("取消任务 · Cancel a job")
            .Answers<JobStatus>(404).WithLanguageOnly().RequireScope(AccessScope.Admin);
        routes.MapPost("/v1/admin/reload", Reload).WithName("Reload").WithTags("admin")
            .WithSummary("重新打开索引 · Open the index again")
            .Answers<ReloadAnswer>().WithLanguageOnly().RequireScope(AccessScope.Admin);
    }

    private static IResult Rebuild(HttpContext context, IndexJobs jobs)
    {
        (JobStatus job, bool isNew) = jobs.AddRebuild();
        context.Response.Headers.Location = "/v1/admin/jobs/" + job.Id;
        return isNew ? JsonAnswer.With(job, ApiJsonContext.Readable.JobStatus, StatusCodes.Status202Accepted) : AlreadyRunning(job.Id);
    }

    private static IResult FindJob(HttpContext context, IndexJobs jobs) =>
        jobs.Find(RouteId.Read(context, JobSegment)) is { } job
            ? JsonAnswer.Ok(job, ApiJsonContext.Readable.JobStatus)
            : NoJob();

    private static IResult CancelJob(HttpContext context, IndexJobs jobs) =>
        jobs.Cancel(RouteId.Read(context, JobSegment)) is { } job
            ? JsonAnswer.Ok(job, ApiJsonContext.Readable.JobStatus)
            : NoJob();

    private static IResult Reload(IndexKeeper keeper) =>
        JsonAnswer.Ok(new ReloadAnswer(keeper.Reload()), ApiJsonContext.Readable.ReloadAnswer);

    private static Problem AlreadyRunning(string id) => new(
        StatusCodes.Status409Conflict,
        "job_running",
        $"重建任务 {id} 还没有结束。",
        $"The rebuild {id} has not ended yet.");

    private static Problem NoJob() => new(
        StatusCodes.Status404NotFound, "job_not_found", "没有这个任务。", "There is no such job.");
}
