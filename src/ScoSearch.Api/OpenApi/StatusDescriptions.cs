namespace ScoSearch.Api.OpenApi;

/// <summary>What the statuses of the interface mean.</summary>
internal static class StatusDescriptions
{
    /// <summary>The meaning in both languages; null for a status that needs no words.</summary>
    public static string? Of(string status) => status switch
    {
        "200" => "成功 · Done",
        "201" => "已新建 · Created",
        "202" => "已开始，在后台进行 · Begun, goes on in the background",
        "400" => "查询、参数或正文有误，code 说明是哪一种，position 说明在哪里 · Query, parameter or body is wrong; code says how, position where",
        "401" => "需要密钥 · A key is needed",
        "403" => "密钥没有这项权限，或不许这样访问 · The key lacks the scope, or access is closed",
        "404" => "没有找到 · Not found",
        "409" => "已有任务在进行 · A job is running already",
        "410" => "游标所指的索引状态已不存在 · The state of the index that the cursor is about is gone",
        "413" => "正文过大 · The body is too large",
        "415" => "不支持的格式 · The format is not supported",
        "422" => "文档无法读取 · The document cannot be read",
        "429" => "请求过于频繁 · Too many requests",
        "503" => "繁忙或尚未就绪 · Busy, or not ready yet",
        _ => null,
    };
}
