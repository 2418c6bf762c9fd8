using System.Globalization;
using ScoSearch.Api.Http;
using ScoSearch.Core.Documents;

namespace ScoSearch.Api.Endpoints;

/// <summary>What can be wrong with a document or paragraph that is asked for or put.</summary>
internal static class DocumentProblems
{
    public static Problem NoDocument() => new(
        StatusCodes.Status404NotFound, "document_not_found", "没有这个文档。", "There is no such document.");

    public static Problem NoParagraph() => new(
        StatusCodes.Status404NotFound, "paragraph_not_found", "没有这个段落。", "There is no such paragraph.");

    public static Problem BadId(int maxInBytes)
    {
        string limit = maxInBytes.ToString(CultureInfo.InvariantCulture);
        return new Problem(
            StatusCodes.Status400BadRequest,
            "bad_document_id",
            $"文档编号应为 1 至 {limit} 字节，不含控制字符和 #。",
            $"A document id has 1 to {limit} bytes, no control characters and no #.");
    }

    public static Problem BadJson() => new(
        StatusCodes.Status400BadRequest,
        "malformed_json",
        "JSON 文档应是一个对象，含 text，可含 title、author、source、date。",
        "A document in JSON is an object with text, and optionally title, author, source, date.");

    /// <summary>A document that cannot be read. What exactly is wrong inside it is not repeated: the message may name paths.</summary>
    public static Problem Unreadable(DocumentReadException cause)
    {
        (int status, string code, string chinese, string english) = cause.Error switch
        {
            DocumentReadError.TooLarge => (413, "content_too_large", "文档解开后过大。", "The document is too large once unpacked."),
            DocumentReadError.UnknownFormat => (415, "unsupported_format", "不是可以读取的格式。", "This is not a format that can be read."),
            DocumentReadError.Hostile => (422, "document_hostile", "文档会耗尽内存或时间，已拒绝。", "The document would exhaust memory or time; it was refused."),
            DocumentReadError.Encrypted => (422, "document_encrypted", "文档已加密。", "The document is encrypted."),
            DocumentReadError.UnknownEncoding => (422, "unknown_encoding", "没有这种编码。", "There is no such encoding."),
            DocumentReadError.ToolMissing => (422, "tool_missing", "读取 PDF 需要 pdftotext（Poppler），服务器上没有。", "Reading PDF needs pdftotext (Poppler), which is not on the server."),
            DocumentReadError.TimedOut => (422, "document_timeout", "读取文档超时。", "Reading the document took too long."),
            _ => (422, "document_unreadable", "文档损坏，或其中没有文字。", "The document is damaged, or there is no text in it."),
        };
        return new Problem(status, code, chinese, english);
    }
}
