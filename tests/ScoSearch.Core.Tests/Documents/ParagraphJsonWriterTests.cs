using System.Buffers;
using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Tests.Documents;

public sealed class ParagraphJsonWriterTests
{
    [Fact]
    public void WriteLine_IsOneLineOfUnescapedJson()
    {
        ArrayBufferWriter<byte> output = new();
        Paragraph paragraph = new()
        {
            Number = 3,
            Kind = ParagraphKind.Body,
            Text = "老桥“旧”\t<b>",
            Section = ["一、缘起"],
            Lines = [new LineRange(3, 5), new LineRange(9, 9)],
            Footnotes = [new FootnoteReference("[1]", 2, 7), new FootnoteReference("①", 4, 0)],
        };

        ParagraphJsonWriter.WriteLine(output, paragraph);

        Assert.Equal("{\"number\":3,\"kind\":\"body\",\"text\":\"老桥“旧”\\t<b>\",\"section\":[\"一、缘起\"],\"page\":null,"
            + "\"lines\":[[3,5],[9,9]],\"footnotes\":[{\"marker\":\"[1]\",\"offset\":2,\"paragraph\":7},"
            + "{\"marker\":\"①\",\"offset\":4,\"paragraph\":null}]}\n", Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
