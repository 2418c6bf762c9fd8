using ScoSearch.Api.Http;

namespace ScoSearch.Api.Security;

/// <summary>Why a caller may not pass.</summary>
internal static class AccessProblems
{
    public static Problem KeyNeeded(HttpResponse response)
    {
        response.Headers.WWWAuthenticate = "Bearer realm=\"ScoSearch\"";
        return new Problem(
            StatusCodes.Status401Unauthorized,
            "key_required",
            "需要密钥：请用 Authorization: Bearer 或 X-API-Key 提供。",
            "A key is required: send it as Authorization: Bearer or X-API-Key.");
    }

    public static Problem UnknownKey(HttpResponse response)
    {
        response.Headers.WWWAuthenticate = "Bearer realm=\"ScoSearch\", error=\"invalid_token\"";
        return new Problem(StatusCodes.Status401Unauthorized, "key_unknown", "密钥无效。", "The key is not valid.");
    }

    public static Problem WrongScope(string name) => new(
        StatusCodes.Status403Forbidden,
        "scope_missing",
        $"密钥 {name} 没有 admin 权限。",
        $"The key {name} has no scope admin.");

    public static Problem Closed() => new(
        StatusCodes.Status403Forbidden,
        "closed",
        "没有配置密钥，只有本机可以进行此操作。",
        "No key is configured; only this machine may do that.");

    public static Problem ForeignHost() => new(
        StatusCodes.Status403Forbidden,
        "foreign_host",
        "没有密钥时，本机连接只接受 localhost 或回环地址作为主机名。",
        "Without a key, a connection over loopback must name localhost or a loopback address as its host.");

    public static Problem ForeignOrigin() => new(
        StatusCodes.Status403Forbidden,
        "foreign_origin",
        "没有密钥时，不接受来自其他网页的更改。",
        "Without a key, changes from pages of another origin are refused.");
}
