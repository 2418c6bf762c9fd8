using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;

namespace ScoSearch.Api.Limits;

/// <summary>Keeps answers for the same question to the same state of the index.</summary>
internal static class AnswerCaching
{
    private const long BytesPerMegabyte = 1 << 20;
    private const long MaxAnswerInBytes = BytesPerMegabyte;

    public static IServiceCollection AddAnswerCaching(this IServiceCollection services)
    {
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<IOptions<ServiceOptions>>((cache, service) =>
        {
            cache.SizeLimit = service.Value.Limits.CacheInMegabytes * BytesPerMegabyte;
            cache.MaximumBodySize = MaxAnswerInBytes;
            cache.AddBasePolicy(new GenerationPolicy(service.Value.Limits.CacheInMegabytes > 0));
        });
        return services;
    }

    /// <summary>
    /// The generation is part of the key, so an answer of an older state is never given again; it falls out of the cache by
    /// its age. The check of the caller's key comes before, and answers do not depend on who asks.
    /// </summary>
    private sealed class GenerationPolicy(bool isEnabled) : IOutputCachePolicy
    {
        private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            HttpContext http = context.HttpContext;
            IndexHolder holder = http.RequestServices.GetRequiredService<IndexHolder>();
            bool caches = isEnabled && HttpMethods.IsGet(http.Request.Method) && holder.IsReady
                && http.GetEndpoint()?.Metadata.GetMetadata<CachedByGeneration>() is not null;
            context.EnableOutputCaching = caches;
            context.AllowCacheLookup = caches;
            context.AllowCacheStorage = caches;
            context.AllowLocking = caches;
            context.ResponseExpirationTimeSpan = Age;
            context.CacheVaryByRules.QueryKeys = "*";
            context.CacheVaryByRules.VaryByValues["generation"] = holder.Generation.ToString(CultureInfo.InvariantCulture);
            context.CacheVaryByRules.VaryByValues["language"] = RequestLanguage.Of(http.Request).ToString();
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            HttpResponse response = context.HttpContext.Response;
            context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK
                && response.GetTypedHeaders().CacheControl?.NoStore != true;
            return ValueTask.CompletedTask;
        }
    }
}
