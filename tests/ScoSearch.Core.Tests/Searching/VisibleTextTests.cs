using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ScoSearch.Lucene.Analysis.Folding;
using Xunit.Abstractions;

namespace ScoSearch.Core.Tests.Searching;

/// <summary>
/// What stands in a paragraph can be found by it, however words are cut and in whichever script or width it is typed: every string
/// of 2 to 8 characters without punctuation, of every paragraph of the sample corpus and of the seeds.
/// </summary>
public sealed class VisibleTextTests(SampleIndex index, ITestOutputHelper output) : IClassFixture<SampleIndex>
{
    private const int Shortest = 2;
    private const int Longest = 8;
    private const int PageSize = 10;
    private const int ShownFailures = 20;

    private static readonly Dictionary<char, char> Traditional = FindTraditionalForms();
    private static readonly TextFolder Folder = new(TextFolding.Width | TextFolding.Case | TextFolding.SimplifiedByCharacter);

    [Fact]
    public void EveryString_InQuotationMarks_FindsItsParagraphs()
    {
        Dictionary<string, HashSet<int>> strings = FindStrings();
        ConcurrentBag<string> failures = [];
        int typedStrings = 0;

        Parallel.ForEach(strings, entry =>
        {
            foreach (string typed in Forms(entry.Key))
            {
                Interlocked.Increment(ref typedStrings);
                HashSet<int> found = index.Match($"“{typed}”");
                if (!entry.Value.IsSubsetOf(found))
                {
                    failures.Add($"“{typed}” for {entry.Key}: {string.Join(',', entry.Value.Except(found))}");
                }
            }
        });

        output.WriteLine($"{strings.Count} strings, {typedStrings} as typed, {failures.Count} not found everywhere");
        Assert.True(strings.Count > 10_000, $"only {strings.Count} strings");
        Assert.True(failures.IsEmpty, $"{failures.Count} failures: {string.Join('\n', failures.Take(ShownFailures))}");
    }

    [Fact]
    public void EveryRareString_WithoutQuotationMarks_FindsItsParagraphsOnTheFirstPage()
    {
        KeyValuePair<string, HashSet<int>>[] strings = [.. FindStrings().Where(entry => entry.Value.Count <= PageSize)];
        ConcurrentBag<string> failures = [];
        int rare = 0;

        Parallel.ForEach(strings, entry =>
        {
            string[] forms = Forms(entry.Key);

            // One form of each string, chosen by the string itself, so that all forms get their turn.
            string typed = forms[TextHash(entry.Key) % forms.Length];

            // A string also stands where a comma or full stop is inside it: punctuation does not count, here as in phrases.
            if (index.Match($"“{typed}”").Count > PageSize)
            {
                return;
            }

            Interlocked.Increment(ref rare);
            HashSet<int> found = index.Find(typed, PageSize);
            if (!entry.Value.IsSubsetOf(found))
            {
                failures.Add($"{typed} for {entry.Key}: {string.Join(',', entry.Value.Except(found))}");
            }
        });

        output.WriteLine($"{rare} rare strings, {failures.Count} not on the first page");
        Assert.True(rare > strings.Length * 0.9, $"only {rare} of {strings.Length} strings are rare");
        Assert.True(failures.IsEmpty, $"{failures.Count} of {strings.Length} failures: {string.Join('\n', failures.Take(ShownFailures))}");
    }

    // Each string by its folded form, with the paragraphs it stands in.
    private Dictionary<string, HashSet<int>> FindStrings()
    {
        Dictionary<string, HashSet<int>> strings = new(StringComparer.Ordinal);
        for (int docId = 0; docId < index.Texts.Count; docId++)
        {
            int[] starts = [.. StringInfo.ParseCombiningCharacters(index.Texts[docId]), index.Texts[docId].Length];
            for (int first = 0; first < starts.Length - 1; first++)
            {
                for (int length = 1; length <= Longest && first + length < starts.Length; length++)
                {
                    string shown = index.Texts[docId][starts[first]..starts[first + length]];
                    if (!IsLetters(shown.AsSpan(starts[first + length - 1] - starts[first])))
                    {
                        break;
                    }

                    if (length >= Shortest)
                    {
                        string folded = Folder.Fold(shown);
                        if (!strings.TryGetValue(folded, out HashSet<int>? docs))
                        {
                            strings[folded] = docs = [];
                        }

                        docs.Add(docId);
                    }
                }
            }
        }

        return strings;
    }

    private static bool IsLetters(ReadOnlySpan<char> character)
    {
        foreach (Rune rune in character.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.LetterNumber))
            {
                return false;
            }
        }

        return true;
    }

    // Simplified half width, traditional, full width, upper case: those that differ.
    private static string[] Forms(string folded) =>
    [
        .. new[]
        {
            folded,
            string.Concat(folded.Select(c => Traditional.GetValueOrDefault(c, c))),
            string.Concat(folded.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)),
            folded.ToUpperInvariant(),
        }.Distinct(StringComparer.Ordinal),
    ];

    private static int TextHash(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)) & int.MaxValue;

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
