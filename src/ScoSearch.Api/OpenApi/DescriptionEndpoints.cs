using Microsoft.OpenApi;

namespace ScoSearch.Api.OpenApi;

/// <summary>The description of the interface: as a document for programs, as a page for people.</summary>
internal static class DescriptionEndpoints
{
    private const string DocumentName = "v1";

    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi(DocumentName, options =>
    {
        options.AddOperationTransformer<ParameterTransformer>();
        options.AddOperationTransformer<AnswerTransformer>();
        options.AddSchemaTransformer<AbsentMemberTransformer>();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "ScoSearch";
            document.Info.Description = "中文段落检索：按相关度排序，标出匹配，给出出处。\n\nChinese paragraph search: ranked, highlighted, citable.";
            document.Info.License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = SecuritySchemes.Create();
            return Task.CompletedTask;
        });
    });

    public static void MapDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "api-docs";
            options.DocumentTitle = "ScoSearch API";
            options.SwaggerEndpoint("/openapi/v1.json", "ScoSearch v1");
        });
    }
}
