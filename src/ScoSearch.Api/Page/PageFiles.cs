using Microsoft.Extensions.FileProviders;

namespace ScoSearch.Api.Page;

/// <summary>Serves the web page from inside the assembly: it is there wherever the service is started, and no request reaches the disk.</summary>
internal static class PageFiles
{
    private static readonly EmbeddedFileProvider Files = new(typeof(PageFiles).Assembly, "ScoSearch.Api.wwwroot");

    public static void UsePage(this IApplicationBuilder app)
    {
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = Files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = Files,

            // Asked for again each time, answered with 304 while it is the same.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
    }
}
