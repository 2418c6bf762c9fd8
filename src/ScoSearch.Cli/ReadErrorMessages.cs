using ScoSearch.Core.Documents;

namespace ScoSearch.Cli;

/// <summary>Why a document could not be read, in the user's language.</summary>
internal static class ReadErrorMessages
{
    /// <summary>The reason; in Chinese the kind of failure stands before the details.</summary>
    public static string Describe(DocumentReadError? error, string reason, Texts texts) =>
        texts.IsChinese && error is DocumentReadError known ? $"{InChinese(known)}（{reason}）" : reason;

    private static string InChinese(DocumentReadError error) => error switch
    {
        DocumentReadError.NotFound => "没有这个文件",
        DocumentReadError.Unreadable => "无法读取",
        DocumentReadError.TooLarge => "超过大小上限",
        DocumentReadError.UnknownFormat => "不是能读的格式",
        DocumentReadError.UnknownEncoding => "没有这种编码",
        DocumentReadError.Hostile => "结构异常，为安全起见不读",
        DocumentReadError.Encrypted => "文件已加密或是旧格式",
        DocumentReadError.ToolMissing => "缺少外部程序",
        DocumentReadError.ToolFailed => "外部程序出错",
        DocumentReadError.TimedOut => "读取超时",
        DocumentReadError.NoText => "里面没有文字",
        _ => "文件已损坏",
    };
}
