using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Endpoints;
using ScoSearch.Api.Http;
using ScoSearch.Api.Indexing;
using ScoSearch.Api.Limits;
using ScoSearch.Api.Security;
using ScoSearch.Api.Telemetry;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Hosting;

/// <summary>Puts the parts of the service together.</summary>
internal static class ServiceSetup
{
    // Searches end in milliseconds; what takes longer at shutdown is a document being read.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Binds and checks the settings; a mistake stops the start and is named.</summary>
    public static void AddServiceOptions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ServiceOptions>().BindConfiguration(ServiceOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ServiceOptions>, ServiceOptionsValidator>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServiceOptions>>((server, service) =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = service.Value.Limits.MaxBodyInBytes;
        });
    }

    /// <summary>Adds everything that answers requests and keeps the index.</summary>
    public static void AddSearchService(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddExceptionHandler<ExceptionProblems>();
        services.AddProblemDetails();
        services.AddResponseCompression(options => options.MimeTypes =
            [.. Microsoft.AspNetCore.ResponseCompression.ResponseCompressionDefaults.MimeTypes, Problem.MediaType]);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, SearchJsonContext.Default);
            options.SerializerOptions.TypeInfoResolverChain.Insert(1, ApiJsonContext.Default);
            // Answers hold numbers as numbers, and are described so.
            options.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });
        services.AddCors();
        services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>().Configure<IOptions<ServiceOptions>>((cors, service) =>
            cors.AddDefaultPolicy(policy => policy
                .WithOrigins([.. service.Value.Security.CorsOrigins])
                .WithMethods("GET", "POST", "PUT", "DELETE")
                .WithHeaders("Authorization", "X-API-Key", "Content-Type")
                .WithExposedHeaders("ETag", "Location", "Retry-After")));
        services.AddSingleton(new ServiceClock(TimeProvider.System));
        services.AddSingleton<IndexHolder>();
        services.AddSingleton<IndexKeeper>();
        services.AddSingleton<ServiceMetrics>();
        services.AddSingleton<SearchRecorder>();
        services.AddSingleton<SearchGate>();
        services.AddSingleton<SearchParameters>();
        services.AddSingleton<SnapshotReader>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<AccessControl>();
        services.AddSingleton<IndexJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexJobs>());
        services.AddHostedService<StartupGuard>();
        services.AddHostedService<IndexStartup>();
    }
}
