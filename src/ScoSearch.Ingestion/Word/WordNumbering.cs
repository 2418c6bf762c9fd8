using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScoSearch.Ingestion.Word;

/// <summary>Writes out automatic numbers as Word shows them. Not thread-safe.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractNum> _abstract = [];
    private readonly Dictionary<int, NumberingInstance> _instances = [];
    private readonly Dictionary<int, int[]> _counters = []; // by abstract numbering

    // Instances and levels that count anew from a number of their own, and have begun to.
    private readonly HashSet<(int Instance, int Level)> _started = [];

    public WordNumbering(Numbering? numbering)
    {
        foreach (AbstractNum one in numbering?.Elements<AbstractNum>() ?? [])
        {
            _abstract.TryAdd(one.AbstractNumberId?.Value ?? -1, one);
        }

        foreach (NumberingInstance one in numbering?.Elements<NumberingInstance>() ?? [])
        {
            _instances.TryAdd(one.NumberID?.Value ?? -1, one);
        }
    }

    /// <summary>The number of a paragraph with a blank after it where needed; empty when it has none.</summary>
    public string Next(Paragraph paragraph, ParagraphStyle style)
    {
        NumberingProperties? direct = paragraph.ParagraphProperties?.NumberingProperties;
        int id = direct?.NumberingId?.Val?.Value ?? style.NumberingId;
        int level = direct?.NumberingLevelReference?.Val?.Value ?? style.NumberingLevel;
        if (id <= 0 || level is < 0 or >= Levels || !_instances.TryGetValue(id, out NumberingInstance? instance))
        {
            return "";
        }

        int abstractId = instance.AbstractNumId?.Val?.Value ?? -1;
        LevelOverride? own = instance.Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level);
        if (!_abstract.TryGetValue(abstractId, out AbstractNum? definition)
            || (own?.Level ?? LevelOf(definition, level)) is not { } format)
        {
            return "";
        }

        int[] counters = _counters.TryGetValue(abstractId, out int[]? known) ? known : _counters[abstractId] = new int[Levels];
        int start = own?.StartOverrideNumberingValue?.Val?.Value ?? format.StartNumberingValue?.Val?.Value ?? 1;
        bool restarts = own?.StartOverrideNumberingValue is not null && _started.Add((id, level));
        counters[level] = counters[level] == 0 || restarts ? start : counters[level] + 1;
        Array.Clear(counters, level + 1, Levels - level - 1);
        return Write(definition, instance, format, level, counters);
    }

    private static Level? LevelOf(AbstractNum definition, int level) =>
        definition.Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == level);

    private static int StartOf(NumberingInstance instance, AbstractNum definition, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level)?.StartOverrideNumberingValue?.Val?.Value
            ?? LevelOf(definition, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static string Write(AbstractNum definition, NumberingInstance instance, Level format, int level, int[] counters)
    {
        NumberFormatValues kind = format.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        if (kind == NumberFormatValues.None || kind == NumberFormatValues.Bullet)
        {
            return ""; // a bullet is ornament, a number may be referred to
        }

        // 第一章 above 1.1: all levels in Arabic digits
        bool legal = format.IsLegalNumberingStyle is { } lawful && (lawful.Val?.Value ?? true);
        string pattern = format.LevelText?.Val?.Value ?? $"%{level + 1}.";
        StringBuilder text = new();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                int of = pattern[++i] - '1';
                NumberFormatValues ofKind = legal ? NumberFormatValues.Decimal : LevelOf(definition, of)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;

                // a level above that no paragraph has used shows the number it would begin with
                int value = counters[of] > 0 ? counters[of] : StartOf(instance, definition, of);
                text.Append(Number(Math.Max(1, value), ofKind));
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        bool wide = text.Length > 0 && text[^1] >= '\u2E80';
        return wide ? text.ToString() : text.Append(' ').ToString();
    }

    private static string Number(int value, NumberFormatValues kind) => kind switch
    {
        NumberFormatValues.ChineseCounting or NumberFormatValues.ChineseCountingThousand
            or NumberFormatValues.JapaneseCounting or NumberFormatValues.TaiwaneseCounting
            or NumberFormatValues.TaiwaneseCountingThousand => Chinese(value),
        NumberFormatValues.UpperRoman => Roman(value),
        NumberFormatValues.LowerRoman => Roman(value).ToLowerInvariant(),
        NumberFormatValues.UpperLetter when value <= 26 => ((char)('A' + value - 1)).ToString(),
        NumberFormatValues.LowerLetter when value <= 26 => ((char)('a' + value - 1)).ToString(),
        NumberFormatValues.DecimalEnclosedCircle or NumberFormatValues.DecimalEnclosedCircleChinese when value <= 20 =>
            ((char)('\u2460' + value - 1)).ToString(),
        NumberFormatValues.DecimalZero when value < 10 => "0" + value.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Chinese(int value)
    {
        const string digits = "〇一二三四五六七八九";
        if (value >= 1000)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        int hundreds = value / 100, tens = value / 10 % 10, ones = value % 10;
        string text = hundreds > 0 ? digits[hundreds] + "百" : "";
        text += tens > 1 || (tens == 1 && hundreds > 0) ? digits[tens] + "十" : tens == 1 ? "十"
            : hundreds > 0 && ones > 0 ? "零" : "";
        return ones > 0 ? text + digits[ones] : text;
    }

    private static string Roman(int value)
    {
        (int Value, string Text)[] parts =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        StringBuilder text = new();
        foreach ((int part, string letters) in parts)
        {
            for (; value >= part && text.Length < 40; value -= part)
            {
                text.Append(letters);
            }
        }

        return text.ToString();
    }
}
