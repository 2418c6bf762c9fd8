using System.Globalization;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Texts of footnotes: citations, commentaries, several works in one note, with URLs.</summary>
internal static class NoteTexts
{
    /// <summary>A text that was not given before.</summary>
    public static string Next(Random random, List<string> given)
    {
        int n = given.Count + 1, page = random.Next(1, 400);
        string text = random.Next(5) switch
        {
            0 => $"王某：《镇志》卷{n}，县志办公室2019年版，第{page}页。",
            1 => $"《老桥修复工程第{n}次通报》，县政府网站，2024年7月5日，https://www.example.org/news/2024-07/{page}/content_{n}.shtml。",
            2 => $"关于这座桥的年代历来有几种说法，本文从第{n}种。桥头的石碑在一九五八年移走，碑文只留下抄本，抄本现存县图书馆，编号{page}，"
                + "抄录的人没有署名，笔迹与当时的县志编纂者相近。",
            3 => $"李某：《茶馆与集市》，《地方史研究》2020年第{n}期，第{page}页；张某：《集市的兴衰》，大学出版社2016年版，第{page + 3}页。",
            _ => $"John Smith, “Bridges of the Old Town: Report {n},” Journal of Local History, Vol. 12, 2018, pp.{page}-{page + 4}.",
        };
        string dated = string.Create(CultureInfo.InvariantCulture, $"{text}");
        given.Add(dated);
        return dated;
    }
}
