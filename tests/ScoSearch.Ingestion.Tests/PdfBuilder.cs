using System.Globalization;
using System.IO;
using System.Text;

namespace ScoSearch.Ingestion.Tests;

/// <summary>Makes small PDF files: text at places, without embedded fonts.</summary>
internal sealed class PdfBuilder
{
    public const double Width = 600, Height = 800;

    private readonly List<StringBuilder> _pages = [];

    /// <summary>Begins a page.</summary>
    public PdfBuilder Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <summary>Puts text on the page.</summary>
    /// <param name="x">Left edge in points.</param>
    /// <param name="y">Base line in points from the top.</param>
    /// <param name="size">Size of the characters in points.</param>
    /// <param name="text">The text; Chinese characters are as wide as the size, others half as wide.</param>
    public PdfBuilder Text(double x, double y, double size, string text)
    {
        string codes = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F {size} Tf 1 0 0 1 {x} {Height - y} Tm <{codes}> Tj ET\n");
        return this;
    }

    /// <summary>Puts lines below each other.</summary>
    public PdfBuilder Lines(double x, double y, double size, params string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            Text(x, y + (i * size * 1.6), size, lines[i]);
        }

        return this;
    }

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        List<string> objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {_pages.Count}/Kids[{string.Concat(_pages.Select((_, i) => $"{7 + (2 * i)} 0 R "))}]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + "/FontDescriptor 5 0 R/DW 1000/W[32 126 500]>>",
            "<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
            Stream(ToUnicode()),
        ];
        for (int i = 0; i < _pages.Count; i++)
        {
            objects.Add(string.Create(CultureInfo.InvariantCulture,
                $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {Width} {Height}]/Resources<</Font<</F 3 0 R>>>>/Contents {8 + (2 * i)} 0 R>>"));
            objects.Add(Stream(_pages[i].ToString()));
        }

        return Assemble(objects);
    }

    private static byte[] Assemble(List<string> objects)
    {
        using MemoryStream file = new();
        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        Write("%PDF-1.4\n");
        List<long> offsets = [];
        for (int i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            Write($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        long table = file.Length;
        Write($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => Write($"{o:D10} 00000 n \n"));
        Write($"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static string Stream(string content) => $"<</Length {content.Length}>>stream\n{content}\nendstream";

    // Codes are UTF-16 units. A block holds at most 100 ranges, a range one value of the high byte.
    private static string ToUnicode()
    {
        StringBuilder map = new(
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CMapName/T def /CMapType 2 def\n"
            + "1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        foreach (int[] block in Enumerable.Range(0, 256).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfrange\n");
            foreach (int high in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{high:X2}00><{high:X2}FF><{high:X2}00>\n");
            }

            map.Append("endbfrange\n");
        }

        return map.Append("endcmap end end").ToString();
    }
}
