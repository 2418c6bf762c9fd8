using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Recognizes the numbers of accounts: <c>-4,648,986.52</c>, <c>70.13%</c>. Tables are full of them.</summary>
internal static class Amounts
{
    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789.,-+()%");

    /// <summary>Whether a text is nothing but one; a date, a page number and the number of a section are none.</summary>
    public static bool IsAmount(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text.ContainsAnyExcept(Numeric) || !text.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        int point = text.IndexOf('.');
        return text.ContainsAny(',', '%') || (point > 0 && text.Length - point == 3);
    }
}
