using System.IO;
using System.Text;

namespace ScoSearch.DictionaryBuilder.Folding;

/// <summary>
/// Makes the table with which the web page shows texts in simplified or traditional characters: JSON with pairs of
/// characters both ways, and the phrases in which a character takes another traditional form than usual.
/// </summary>
/// <remarks>
/// <para>Most of OpenCC's phrases say nothing that their characters, or shorter phrases, do not say already; these are left
/// out, which makes the table a seventh of the size. The page takes the longest phrase at each place, as is done here.</para>
/// <para>Where OpenCC gives several forms, the first one, its most frequent, is taken.</para>
/// </remarks>
internal static class DisplayScriptBuilder
{
    /// <summary>Longest phrase in characters that the page looks for.</summary>
    public const int MaxPhraseLength = 8;

    /// <summary>Builds the table.</summary>
    /// <param name="openccFolder">Folder with STCharacters.tsv, STPhrases.tsv.gz and TSCharacters.tsv.</param>
    public static byte[] Build(string openccFolder)
    {
        Dictionary<string, string> traditional = Read(Path.Combine(openccFolder, "STCharacters.tsv"));
        Dictionary<string, string> simplified = Read(Path.Combine(openccFolder, "TSCharacters.tsv"));
        Dictionary<string, string> phrases = Read(Path.Combine(openccFolder, "STPhrases.tsv.gz"));
        Dictionary<string, string> telling = new(StringComparer.Ordinal);
        foreach ((string phrase, string form) in phrases.OrderBy(p => LengthOf(p.Key)).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            if (LengthOf(phrase) <= MaxPhraseLength && LengthOf(phrase) == LengthOf(form)
                && Convert(phrase, traditional, telling) != form)
            {
                telling[phrase] = form;
            }
        }

        // Characters of Han alone, so that nothing has to be escaped but the line feeds between phrases.
        string lines = string.Join("\\n", telling.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + p.Value));
        return Encoding.UTF8.GetBytes(
            $"{{\"simplified\":\"{ToPairs(simplified)}\",\"traditional\":\"{ToPairs(traditional)}\",\"phrases\":\"{lines}\"}}");
    }

    private static Dictionary<string, string> Read(string path) =>
        TsvFile.ReadRows(path, 2).ToDictionary(row => row[0], row => row[1].Split(' ')[0], StringComparer.Ordinal);

    private static string ToPairs(Dictionary<string, string> characters) => string.Concat(characters
        .Where(pair => pair.Key != pair.Value && LengthOf(pair.Key) == 1 && LengthOf(pair.Value) == 1)
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Key + pair.Value));

    private static string Convert(string text, Dictionary<string, string> characters, Dictionary<string, string> phrases)
    {
        string[] all = [.. text.EnumerateRunes().Select(rune => rune.ToString())];
        StringBuilder converted = new();
        for (int at = 0; at < all.Length;)
        {
            int length = FindPhrase(all, at, phrases, out string? form);
            converted.Append(form ?? characters.GetValueOrDefault(all[at], all[at]));
            at += length;
        }

        return converted.ToString();
    }

    private static int FindPhrase(string[] all, int at, Dictionary<string, string> phrases, out string? form)
    {
        for (int length = Math.Min(MaxPhraseLength, all.Length - at); length > 1; length--)
        {
            if (phrases.TryGetValue(string.Concat(all.AsSpan(at, length)), out form))
            {
                return length;
            }
        }

        form = null;
        return 1;
    }

    private static int LengthOf(string text) => text.EnumerateRunes().Count();
}
