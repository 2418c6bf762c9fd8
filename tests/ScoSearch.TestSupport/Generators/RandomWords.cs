namespace ScoSearch.TestSupport.Generators;

/// <summary>Words from a vocabulary of 400 with a steep distribution: phrases match, and some lists are long.</summary>
public sealed class RandomWords(Random random)
{
    private const int VocabularySize = 400;

    private static readonly string[] Chinese =
        ["中国", "经济", "发展", "城市", "图书", "历史", "研究", "搜索", "段落", "的", "了", "和"];

    /// <summary>One word; low ranks are frequent.</summary>
    public string Word()
    {
        double skewed = random.NextDouble();
        return Word((int)(VocabularySize * skewed * skewed * skewed));
    }

    /// <summary>The word of a rank.</summary>
    public static string Word(int rank) => rank < Chinese.Length ? Chinese[rank] : $"w{rank}";

    /// <summary>Words with spaces between them.</summary>
    /// <param name="most">The largest number of words; the smallest is 0.</param>
    public string Words(int most) => string.Join(' ', Enumerable.Range(0, random.Next(most + 1)).Select(_ => Word()));

    /// <summary>Random bytes as hexadecimal digits.</summary>
    public string Hex(int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
