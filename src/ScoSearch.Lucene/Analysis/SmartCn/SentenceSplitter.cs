namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// Finds sentence borders as the root-locale sentence iterator of the Java platform does (Java 17, Unicode 13.0).
/// </summary>
/// <remarks>
/// An automaton over character classes reads the text once. States are accepting (the border moves along), marking (a
/// border is possible here if what follows decides for it: a full stop and the spaces after it), undecided, or CUT,
/// which takes the marked place as border: "Yes. No" is cut before the N because an upper-case letter follows the dot
/// and one space. Stateless; thread-safe.
/// </remarks>
internal static class SentenceSplitter
{
    // The states, by number.
    private const byte A = 0;
    private const byte E = 1;
    private const byte D = 2;
    private const byte T = 3;
    private const byte S = 4; // TS: terminator and space
    private const byte P0 = 5;
    private const byte P1 = 6;
    private const byte P2 = 7;
    private const byte P3 = 8;
    private const byte Q1 = 9;
    private const byte Q2 = 10;
    private const byte Cut = 11;
    private const byte Stop = 12;
    private const int RowSize = 16;

    private static readonly CodePointTable Classes = CodePointTable.Load(PackedResource.SentenceClasses);

    // Whether a unit keeps the automaton in state A.
    private static readonly bool[] IsPlain = CreatePlain(Classes);

    // Next state by state and class, in the order of SentenceClasses:
    // OTHER, DOT, TERM, DANDA, PS, COMMA, QUOTE, OPEN, CLOSE, SPACE, LOW, UP, NUM,
    // IGN (never looked up); two to fill the row.
    private static ReadOnlySpan<byte> NextState =>
    [
        /* A  */ A, P0, T, D, E, A, A, A, A, A, A, A, A, A, 0, 0,
        /* E  */ Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, E, 0, 0,
        /* D  */ Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, D, Stop, Stop, Stop, D, 0, 0,
        /* T  */ Stop, T, T, Stop, E, Stop, T, Stop, T, S, Stop, Stop, Stop, T, 0, 0,
        /* TS */ Stop, Stop, Stop, Stop, E, Stop, Stop, Stop, Stop, S, Stop, Stop, Stop, S, 0, 0,
        /* P0 */ Q1, P0, T, Q1, E, A, P3, Q1, P0, P1, A, A, A, P0, 0, 0,
        /* P1 */ Q1, P0, T, Q1, E, A, Q1, Q1, A, P2, A, Cut, A, P1, 0, 0,
        /* P2 */ Q2, P0, T, Q2, E, A, Q2, Q2, A, P2, Cut, Cut, A, P2, 0, 0,
        /* P3 */ Q2, P0, T, Q2, E, A, P3, Q2, P0, P1, Cut, Cut, A, P3, 0, 0,
        /* Q1 */ Q1, P0, T, Q1, E, A, Q1, Q1, A, A, Cut, Cut, A, Q1, 0, 0,
        /* Q2 */ Q1, Stop, Stop, Q1, Stop, Stop, Q1, Q1, Stop, Stop, Cut, Cut, Stop, Q2, 0, 0,
        /* CUT*/ Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Cut, 0, 0,
    ];

    /// <summary>The end of the sentence that starts at a place of a window.</summary>
    /// <param name="window">The text; borders never depend on what is outside.</param>
    /// <param name="from">Start of the sentence, below the window's length.</param>
    public static int NextBorder(ReadOnlySpan<char> window, int from)
    {
        int p = SkipPlain(window, from);
        return p > from ? Scan(window, p, p) : Scan(window, from, from + UnitsAt(window, from));
    }

    // The commonest run: Han characters and other units that keep the automaton in state A. One look at a table each.
    private static int SkipPlain(ReadOnlySpan<char> window, int from)
    {
        int p = from;
        while (p < window.Length && IsPlain[window[p]])
        {
            p++;
        }

        return p;
    }

    private static bool KeepsInitialState(CodePointTable classes, char unit) =>
        !char.IsSurrogate(unit) && unit != '\uFFFF'
            && classes[unit] is not (SentenceClasses.Dot or SentenceClasses.Terminator or SentenceClasses.Danda
                or SentenceClasses.ParagraphSeparator);

    private static bool[] CreatePlain(CodePointTable classes)
    {
        bool[] plain = new bool[char.MaxValue + 1];
        for (int unit = 0; unit < plain.Length; unit++)
        {
            plain[unit] = KeepsInitialState(classes, (char)unit);
        }

        return plain;
    }

    private static int Scan(ReadOnlySpan<char> window, int p, int border)
    {
        int mark = 0;
        byte state = A;
        while (p < window.Length && window[p] != '\uFFFF' && state != Stop)
        {
            int next = p + UnitsAt(window, p);
            byte characterClass = Classes[next - p == 1 ? window[p] : char.ConvertToUtf32(window[p], window[p + 1])];
            if (characterClass != SentenceClasses.Ignored)
            {
                state = NextState[(state * RowSize) + characterClass];
            }

            if (state == Cut)
            {
                border = mark;
            }
            else if (state is >= P0 and <= P3)
            {
                mark = next;
            }
            else if (state <= S)
            {
                border = next;
            }

            p = next;
        }

        return state != Stop && mark == window.Length ? mark : border;
    }

    private static int UnitsAt(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
}
