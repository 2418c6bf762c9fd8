using Microsoft.Net.Http.Headers;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Http;

/// <summary>Language of texts for people: the parameter <c>lang</c>, else <c>Accept-Language</c>, else Chinese.</summary>
internal static class RequestLanguage
{
    /// <summary>Name of the parameter.</summary>
    public const string Parameter = "lang";

    public static MessageLanguage Of(HttpRequest request)
    {
        if (Read(request.Query[Parameter]) is { } asked)
        {
            return asked;
        }

        IEnumerable<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(value => value.Quality ?? 1);
        foreach (StringWithQualityHeaderValue value in accepted)
        {
            if (Read(value.Value.ToString()) is { } language && value.Quality != 0)
            {
                return language;
            }
        }

        return MessageLanguage.Chinese;
    }

    /// <summary>Reads a language tag; null for a language that is not spoken here.</summary>
    public static MessageLanguage? Read(string? tag) =>
        tag is null ? null
        : tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? MessageLanguage.Chinese
        : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? MessageLanguage.English
        : null;
}
