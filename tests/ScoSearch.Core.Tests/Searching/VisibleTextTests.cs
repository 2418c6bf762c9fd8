using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Searching;

/// <summary>What stands in a paragraph can be found by it, however words are cut and in whichever script or width it is typed.</summary>
public sealed class VisibleTextTests(SampleIndex index) : IClassFixture<SampleIndex>
{
    private const int SampleCount = 1500;
    private const int PageSize = 10;

    private static readonly Dictionary<char, char> Traditional = FindTraditionalForms();

    [Fact]
    public void AnyString_InQuotationMarks_FindsItsParagraph()
    {
        foreach ((int docId, string shown, string typed) in Sample(salt: 11))
        {
            Assert.True(
                index.Find($"“{typed}”", index.Texts.Count).Contains(docId), $"'{typed}' for '{shown}', {TestSeed.Hint}");
        }
    }

    [Fact]
    public void RareString_WithoutQuotationMarks_FindsItsParagraphOnTheFirstPage()
    {
        int rare = 0;
        foreach ((int docId, string shown, string typed) in Sample(salt: 12))
        {
            if (index.Find($"“{typed}”", PageSize + 1).Count <= PageSize)
            {
                rare++;
                Assert.True(index.Find(typed, PageSize).Contains(docId), $"'{typed}' for '{shown}', {TestSeed.Hint}");
            }
        }

        Assert.True(rare > SampleCount / 2, $"{rare} rare strings, {TestSeed.Hint}");
    }

    // Strings of 2 to 8 characters without punctuation; a word of letters or a number stands whole, as a reader would take it.
    private IEnumerable<(int DocId, string Shown, string Typed)> Sample(int salt)
    {
        Random random = TestSeed.NewRandom(salt);
        int[] docs = [.. Enumerable.Range(0, index.Texts.Count).Where(doc => index.Texts[doc].Length >= 2)];
        for (int count = 0; count < SampleCount;)
        {
            int docId = docs[random.Next(docs.Length)];
            string text = index.Texts[docId];
            int length = random.Next(2, 9);
            int start = random.Next(text.Length);
            if (start + length <= text.Length && IsWhole(text, start, length))
            {
                string shown = text.Substring(start, length);
                count++;
                yield return (docId, shown, Vary(shown, random.Next(4)));
            }
        }
    }

    private static bool IsWhole(string text, int start, int length) =>
        text.AsSpan(start, length).IndexOfAnyExcept(Letters) < 0
        && !(start > 0 && IsAlphanumeric(text[start - 1]) && IsAlphanumeric(text[start]))
        && !(start + length < text.Length && IsAlphanumeric(text[start + length - 1]) && IsAlphanumeric(text[start + length]));

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => IsAlphanumeric(c) || c is >= '\u4E00' and <= '\u9FFF')]);

    private static bool IsAlphanumeric(char c) => char.IsAsciiLetterOrDigit(c) || c is >= 'А' and <= 'я';

    private static string Vary(string text, int way) => way switch
    {
        1 => string.Concat(text.Select(c => Traditional.GetValueOrDefault(c, c))),
        2 => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)),
        3 => TextFolder.All.Fold(text).ToUpperInvariant(),
        _ => text,
    };

    // A traditional form of each simplified character, by the folder's own tables turned round.
    private static Dictionary<char, char> FindTraditionalForms()
    {
        TextFolder folder = new(TextFolding.SimplifiedByCharacter);
        Dictionary<char, char> forms = [];
        for (char c = '\u4E00'; c <= '\u9FFF'; c++)
        {
            char simplified = folder.Fold(c.ToString())[0];
            if (simplified != c)
            {
                forms.TryAdd(simplified, c);
            }
        }

        return forms;
    }
}
