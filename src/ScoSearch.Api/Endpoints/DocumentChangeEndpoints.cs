using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;
using ScoSearch.Api.Indexing;
using ScoSearch.Api.OpenApi;
using ScoSearch.Api.Security;

namespace ScoSearch.Api.Endpoints;

/// <summary>Putting and deleting documents; what was put can be found when the answer comes.</summary>
internal static class DocumentChangeEndpoints
{
    // In UTF-8 bytes; an id must be one term of the index, with a paragraph's number behind it.
    private const int MaxIdInBytes = 1024;

    private const int IdSegment = 2;

    private static readonly ParameterSet PutParameters = new([
        .. UploadMetadata.Parameters,
        new Parameter("filename", ParameterKind.Text, "文件名，其扩展名说明格式", "file name; its extension names the format") { Maximum = 255 },
        SearchParameters.Language(),
    ]);

    public static void MapDocumentChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/v1/documents/{id}", Put).WithName("PutDocument").WithTags("documents")
            .WithSummary("添加或替换文档（文本、JSON 或任何支持的文件格式） · Add or replace a document (text, JSON or a file of any supported format)")
            .WithParameters(PutParameters)
            .WithMetadata(AnyBody.Mark)
            .Answers<DocumentChange>(413, 415, 422).Produces<DocumentChange>(201).RequireScope(AccessScope.Admin);
        routes.MapDelete("/v1/documents/{id}", Delete).WithName("DeleteDocument").WithTags("documents")
            .WithSummary("删除文档 · Delete a document")
            .Answers<DocumentChange>(404).WithLanguageOnly().RequireScope(AccessScope.Admin);
    }

    private static async Task<IResult> Put(HttpContext context, IndexKeeper keeper, IndexHolder holder, IOptions<ServiceOptions> options)
    {
        string id = RouteId.Read(context, IdSegment);
        if (CheckId(id) is { } badId)
        {
            return badId;
        }

        (ParameterValues? values, Problem? problem) = await RequestParameters.ReadAsync(context.Request, PutParameters, 0, context.RequestAborted);
        if (values is null)
        {
            return problem!;
        }

        (byte[]? body, problem) = await RequestBody.ReadAsync(
            context.Request, options.Value.Limits.MaxDocumentInBytes, context.RequestAborted);
        if (body is null)
        {
            return problem!;
        }

        if (!holder.IsReady)
        {
            return SnapshotReader.NotReady();
        }

        if (ReadUpload(context.Request, id, values, body, out byte[] content) is not { } description)
        {
            return DocumentProblems.BadJson();
        }

        if (UploadMetadata.Check(description) is { } wrong)
        {
            return wrong;
        }

        CancellationToken cancellation = context.RequestAborted;
        DocumentChange change = await RunChange(() => keeper.Put(description, content, cancellation));
        int status = change.Result == "created" ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        context.Response.Headers.Location = "/v1/documents/" + Uri.EscapeDataString(id);
        return JsonAnswer.With(change, ApiJsonContext.Readable.DocumentChange, status);
    }

    private static async Task<IResult> Delete(HttpContext context, IndexKeeper keeper, IndexHolder holder)
    {
        string id = RouteId.Read(context, IdSegment);
        if (CheckId(id) is { } badId)
        {
            return badId;
        }

        if (!holder.IsReady)
        {
            return SnapshotReader.NotReady();
        }

        DocumentChange? change = await RunChange(() => keeper.Delete(id));
        return change is null ? DocumentProblems.NoDocument() : JsonAnswer.Ok(change, ApiJsonContext.Readable.DocumentChange);
    }

    // A change waits for the one before and for the disk: not on a thread of the pool that answers searches.
    private static Task<T> RunChange<T>(Func<T> change) => Task.Factory.StartNew(
        change, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Problem? CheckId(string id)
    {
        bool isSound = id.Length > 0 && Encoding.UTF8.GetByteCount(id) <= MaxIdInBytes
            && !id.Any(char.IsControl) && !id.Contains('#', StringComparison.Ordinal)
            && id.AsSpan().IndexOf('\uFFFD') < 0;
        return isSound ? null : DocumentProblems.BadId(MaxIdInBytes);
    }

    private static UploadDescription? ReadUpload(
        HttpRequest request, string id, ParameterValues values, byte[] body, out byte[] content)
    {
        UploadDescription description = new()
        {
            Id = id,
            Extension = UploadFormats.ExtensionOf(values.Text("filename"), request.ContentType),
            Title = values.Text("title"),
            Author = values.Text("author"),
            Source = values.Text("source"),
            Date = values.Text("date"),
        };
        content = body;
        if (!request.HasJsonContentType())
        {
            return description;
        }

        if (ReadText(body) is not { } text)
        {
            return null;
        }

        content = Encoding.UTF8.GetBytes(text.Text!);
        return description with
        {
            Extension = ".txt",
            Title = text.Title ?? description.Title,
            Author = text.Author ?? description.Author,
            Source = text.Source ?? description.Source,
            Date = text.Date ?? description.Date,
        };
    }

    private static TextUpload? ReadText(byte[] body)
    {
        try
        {
            TextUpload? upload = JsonSerializer.Deserialize(body, ApiJsonContext.Readable.TextUpload);
            return upload?.Text is null ? null : upload;
        }
        catch (JsonException)
        {
            // Reported to the client as such by the caller.
            return null;
        }
    }
}
