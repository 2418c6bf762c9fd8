using System.Text;

namespace ScoSearch.TestSupport.Generators;

/// <summary>
/// Short texts in which the characters that the standard tokenizer treats apart meet each other in every order: emoji,
/// skin tones, flags, selectors, joiners, tags, keycaps, Hebrew, marks, letters and digits of all kinds.
/// </summary>
public sealed class TokenMixtures(Random random)
{
    // One row for each class of the reference; more than one character where a class has a wide range.
    private static readonly string[][] EmojiClasses =
    [
        ["🇨", "🇳", "🇦"], ["🏻", "🏽", "🏿"], ["👍", "☝", "🧝", "🏂", "👩"], ["😀", "❤", "🏴", "©", "⌚", "🦀"],
        ["\u0301", "\u00AD", "\u0903", "\U000E0100"], ["\uFE0E"], ["#", "*"], ["\u20E3"], ["\uFE0F"], ["\u200D"],
        ["\U000E0067", "\U000E0062", "\U000E0020"], ["\U000E007F"], ["\u2139", "\u24C2", "🅰", "🅿"], ["\u0E34"],
        ["1", "7", "0"],
    ];

    private static readonly string[][] WordClasses =
    [
        ["a", "Я", "\u00AA"], ["한", "ㄱ"], ["\u0663", "\U0001D7CE"], ["カ", "ｱ"], [":", "·"], [",", ";"], [".", "’"],
        ["_", "\uFF3F"], ["中", "𠀀"], ["の"], ["'"], ["\""], ["א", "ת", "\uFB4F", "\uFB1D"], ["ก", "ກ"], [" ", "-", "\n"],
    ];

    /// <summary>A text of one to fourteen characters; rarely one longer than the longest token.</summary>
    public string Next()
    {
        // Texts that are emoji alone, words alone, or both: each finds other faults.
        int emojiShare = random.Next(3) switch { 0 => 0, 1 => 100, _ => 60 };
        int length = random.Next(400) == 0 ? random.Next(200, 400) : random.Next(1, 15);
        StringBuilder text = new();
        for (int i = 0; i < length; i++)
        {
            string[][] classes = random.Next(100) < emojiShare ? EmojiClasses : WordClasses;
            string[] row = classes[random.Next(classes.Length)];
            text.Append(row[random.Next(row.Length)]);
        }

        return text.ToString();
    }
}
