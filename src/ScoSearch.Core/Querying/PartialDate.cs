using System.Globalization;
using ScoSearch.Core.Text;

namespace ScoSearch.Core.Querying;

/// <summary>A year, a month or a day. Immutable.</summary>
/// <remarks>
/// Dates are stored as <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>. Where they are put in order, one that is not whole stands
/// at its first day. Then a stored date lies before a day just when it is the lesser string, if the day is written as short
/// as possible: without a first of January, without a first of the month.
/// </remarks>
/// <param name="Year">From 1,000 to 2,999.</param>
/// <param name="Month">From 1 to 12; 0 for the whole year.</param>
/// <param name="Day">From 1 to 31; 0 for the whole month or year.</param>
internal readonly record struct PartialDate(int Year, int Month, int Day)
{
    /// <summary>Its stored form.</summary>
    public string Text => Format(Year, Month, Day);

    /// <summary>The least stored form in order that is not before its first day.</summary>
    public string First => Shorten(Year, Math.Max(1, Month), Math.Max(1, Day));

    /// <summary>The least stored form that lies behind its last day.</summary>
    public string Next
    {
        get
        {
            DateOnly first = new(Year, Math.Max(1, Month), Math.Max(1, Day));
            DateOnly next = Month == 0 ? first.AddYears(1) : Day == 0 ? first.AddMonths(1) : first.AddDays(1);
            return Shorten(next.Year, next.Month, next.Day);
        }
    }

    /// <summary>Reads <c>2024</c>, <c>2024-07</c>, <c>2024-07-06</c>, also with / or . and as <c>2024年7月6日</c>.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = default;
        string trimmed = text.Trim();
        if (ChineseDate.Find(trimmed, out int start, out int end) is not string iso || start != 0 || end != trimmed.Length)
        {
            return false;
        }

        int[] parts = Array.ConvertAll(iso.Split('-'), part => int.Parse(part, CultureInfo.InvariantCulture));
        date = new PartialDate(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        return true;
    }

    private static string Shorten(int year, int month, int day) =>
        day > 1 ? Format(year, month, day) : month > 1 ? Format(year, month, 0) : Format(year, 0, 0);

    private static string Format(int year, int month, int day) => string.Create(
        CultureInfo.InvariantCulture, $"{year:0000}{(month > 0 ? $"-{month:00}" : "")}{(day > 0 ? $"-{day:00}" : "")}");
}
