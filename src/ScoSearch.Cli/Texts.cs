namespace ScoSearch.Cli;

/// <summary>Messages for people, in Chinese or English. Immutable.</summary>
/// <param name="isChinese">Whether to speak Chinese.</param>
internal sealed class Texts(bool isChinese)
{
    /// <summary>Whether messages are Chinese.</summary>
    public bool IsChinese => isChinese;

    /// <summary>One of two texts that say the same.</summary>
    public string Of(string chinese, string english) => isChinese ? chinese : english;

    /// <summary>
    /// Chooses the language: <c>--lang</c>, else the locale of the environment (LC_ALL, LC_MESSAGES, LANG; the first that is
    /// set counts). Chinese for locales that begin with <c>zh</c>, English otherwise.
    /// </summary>
    public static Texts Choose(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        string? asked = null;
        for (int i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            asked = arguments[i] == "--lang" && i + 1 < arguments.Count ? arguments[i + 1]
                : arguments[i].StartsWith("--lang=", StringComparison.Ordinal) ? arguments[i]["--lang=".Length..]
                : asked;
        }

        string[] names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        string locale = asked ?? names.Select(environment).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
        return new Texts(locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase));
    }
}
