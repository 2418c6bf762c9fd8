using System.Globalization;

namespace ScoSearch.Lucene.Automata;

/// <summary>Expressions for the decimal numbers of a range.</summary>
internal static class DecimalInterval
{
    /// <summary>Numbers from first to last (in either order): with as many digits as the two have when these agree, otherwise with any number of leading zeros.</summary>
    public static RegexpNode Create(RegexpFactory factory, string first, string last)
    {
        int a = int.Parse(first, CultureInfo.InvariantCulture);
        int b = int.Parse(last, CultureInfo.InvariantCulture);
        (int min, int max) = a <= b ? (a, b) : (b, a);
        if (first.Length == last.Length)
        {
            return Digits(factory, Pad(min, first.Length), Pad(max, first.Length));
        }

        RegexpNode node = factory.Nothing;
        for (int length = Text(min).Length; length <= Text(max).Length; length++)
        {
            string low = Text(min).Length == length ? Text(min) : "1" + new string('0', length - 1);
            string high = Text(max).Length == length ? Text(max) : new string('9', length);
            node = factory.Union(node, Digits(factory, low, high));
        }

        return factory.Concat(factory.Repeat(factory.Point('0'), 0, RegexpNode.Unbounded), node);
    }

    // Strings of one length between two others.
    private static RegexpNode Digits(RegexpFactory factory, string low, string high)
    {
        if (low.Length == 0)
        {
            return factory.Empty;
        }

        string zeros = new('0', low.Length - 1), nines = new('9', low.Length - 1);
        if (low[0] == high[0])
        {
            return factory.Concat(factory.Point(low[0]), Digits(factory, low[1..], high[1..]));
        }

        RegexpNode node = factory.Union(
            factory.Concat(factory.Point(low[0]), Digits(factory, low[1..], nines)),
            factory.Concat(factory.Point(high[0]), Digits(factory, zeros, high[1..])));
        RegexpNode between = factory.Class([(low[0] + 1, high[0] - 1)]);
        RegexpNode rest = factory.Repeat(factory.Class([('0', '9')]), zeros.Length, zeros.Length);
        return factory.Union(node, factory.Concat(between, rest));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Pad(int number, int length) => Text(number).PadLeft(length, '0');
}
