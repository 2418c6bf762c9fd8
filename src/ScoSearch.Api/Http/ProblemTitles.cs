using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Http;

/// <summary>Names of statuses for people.</summary>
internal static class ProblemTitles
{
    public static string Of(int status, MessageLanguage language)
    {
        (string chinese, string english) = status switch
        {
            400 => ("请求有误", "Bad request"),
            401 => ("需要密钥", "Key required"),
            403 => ("没有权限", "Forbidden"),
            404 => ("没有找到", "Not found"),
            405 => ("方法不允许", "Method not allowed"),
            409 => ("与现状冲突", "Conflict"),
            410 => ("已经失效", "Gone"),
            413 => ("内容过大", "Content too large"),
            415 => ("格式不支持", "Unsupported media type"),
            422 => ("内容无法处理", "Unprocessable content"),
            429 => ("请求过多", "Too many requests"),
            503 => ("暂时不可用", "Service unavailable"),
            _ => ("服务内部错误", "Internal error"),
        };
        return language == MessageLanguage.Chinese ? chinese : english;
    }
}
