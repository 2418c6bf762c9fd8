using System.Diagnostics;
using OpenTelemetry;

namespace ScoSearch.Api.Telemetry;

/// <summary>Takes what users typed out of the spans of the web server: the query string holds it. Thread-safe.</summary>
/// <remarks>Where recording is switched on, the text stands in the search's own span.</remarks>
internal sealed class QueryTextRemover : BaseProcessor<Activity>
{
    private static readonly string[] Tags = ["url.query", "url.full", "http.url", "http.target"];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (string tag in Tags)
        {
            if (data.GetTagItem(tag) is not null)
            {
                data.SetTag(tag, null);
            }
        }
    }
}
