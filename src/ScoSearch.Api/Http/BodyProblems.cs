using System.Globalization;

namespace ScoSearch.Api.Http;

/// <summary>What can be wrong with the body of a request.</summary>
internal static class BodyProblems
{
    public static Problem NotJson() => new(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported_media_type",
        "请求正文应为 JSON（Content-Type: application/json）。",
        "The body of the request must be JSON (Content-Type: application/json).");

    public static Problem Malformed(int? position) => new(
        StatusCodes.Status400BadRequest,
        "malformed_json",
        "请求正文不是一个正确的 JSON 对象。",
        "The body of the request is not a well-formed JSON object.")
    {
        Position = position,
    };

    public static Problem WrongMember(string name) => new(
        StatusCodes.Status400BadRequest,
        "bad_parameter",
        "请求正文的成员应是文本、数、true、false，或它们的数组。",
        "A member of the body must be a text, a number, true, false, or an array of these.")
    {
        Parameter = name,
    };

    public static Problem TwiceGiven(string name) => new(
        StatusCodes.Status400BadRequest,
        "bad_parameter",
        "同一参数给了两次。",
        "The parameter is given twice.")
    {
        Parameter = name,
    };

    public static Problem TooLarge(long limitInBytes)
    {
        string limit = limitInBytes.ToString("N0", CultureInfo.InvariantCulture);
        return new Problem(
            StatusCodes.Status413PayloadTooLarge,
            "content_too_large",
            $"请求正文超过上限 {limit} 字节。",
            $"The body of the request is larger than {limit} bytes.");
    }
}
