namespace ScoSearch.Core.Documents;

/// <summary>
/// Characters that early editions of GB 18030 put into the private-use area because Unicode had none for them, and the
/// places they have there since. The base library decodes by the edition of 2000.
/// </summary>
/// <remarks>
/// Ten vertical forms and eight components moved in the edition of 2022, one letter in 2005; six ideographs are in
/// Unicode's Extension B.
/// </remarks>
internal static class Gb18030Forms
{
    private const char First = '\uE78D', Last = '\uE864', Letter = '\uE7C7';

    private static readonly Dictionary<char, string> Forms = new()
    {
        [Letter] = "\u1E3F",
        ['\uE78D'] = "\uFE10", ['\uE78E'] = "\uFE12", ['\uE78F'] = "\uFE11", ['\uE790'] = "\uFE13", ['\uE791'] = "\uFE14",
        ['\uE792'] = "\uFE15", ['\uE793'] = "\uFE16", ['\uE794'] = "\uFE17", ['\uE795'] = "\uFE18", ['\uE796'] = "\uFE19",
        ['\uE81E'] = "\u9FB4", ['\uE826'] = "\u9FB5", ['\uE82B'] = "\u9FB6", ['\uE82C'] = "\u9FB7", ['\uE832'] = "\u9FB8",
        ['\uE843'] = "\u9FB9", ['\uE854'] = "\u9FBA", ['\uE864'] = "\u9FBB",
        ['\uE816'] = "\U00020087", ['\uE817'] = "\U00020089", ['\uE818'] = "\U000200CC", ['\uE831'] = "\U000215D7",
        ['\uE83B'] = "\U0002298F", ['\uE855'] = "\U000241FE",
    };

    /// <summary>The text with these characters at their places of today.</summary>
    public static string Modernize(string text)
    {
        int at = text.AsSpan().IndexOfAnyInRange(First, Last);
        if (at < 0)
        {
            return text;
        }

        System.Text.StringBuilder modern = new(text.Length + 8);
        modern.Append(text, 0, at);
        foreach (char c in text.AsSpan(at))
        {
            if (c is >= First and <= Last && Forms.TryGetValue(c, out string? form))
            {
                modern.Append(form);
            }
            else
            {
                modern.Append(c);
            }
        }

        return modern.ToString();
    }
}
