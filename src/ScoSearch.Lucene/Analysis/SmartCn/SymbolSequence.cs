using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>The symbols of some sentences, each between a begin and an end marker. Not thread-safe; no allocation.</summary>
/// <remarks>
/// A word of the dictionary is a run of Han symbols, whatever white space is between them; no word crosses a symbol of
/// another kind, because its code is 0.
/// </remarks>
internal sealed class SymbolSequence
{
    /// <summary>Longest text whose sentences there is room for, in UTF-16 units.</summary>
    public const int MaxUnits = HmmChineseTokenizer.WindowSize;

    /// <summary>
    /// Places of arrays by symbol: a sentence of each unit with its two markers, and some that are read behind the end
    /// but do not count.
    /// </summary>
    public const int Room = (3 * MaxUnits) + 4;

    private readonly SmartChineseLexicon _lexicon;
    private readonly ushort[] _table;
    private readonly uint _specialStart;

    private readonly Symbol[] _symbols = new Symbol[Room];

    /// <summary>Creates an empty sequence.</summary>
    public SymbolSequence(SmartChineseLexicon lexicon)
    {
        _lexicon = lexicon;
        _table = lexicon.Symbols;
        _specialStart = (uint)lexicon.SpecialStart;
    }

    /// <summary>Number of symbols, markers included.</summary>
    public int Count { get; private set; }

    /// <summary>The symbols, and room behind them.</summary>
    public Symbol[] Items => _symbols;

    /// <summary>Removes all symbols.</summary>
    public void Clear() => Count = 0;

    /// <summary>Appends a sentence.</summary>
    /// <param name="window">The text. All sentences between two calls of <see cref="Clear"/> are parts of one window
    /// and do not overlap.</param>
    /// <param name="start">First unit of the sentence.</param>
    /// <param name="end">Unit behind the last one.</param>
    /// <param name="userWords">Has matched the sentence.</param>
    public void Add(ReadOnlySpan<char> window, int start, int end, UserWordMatcher userWords)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, MaxUnits);
        AppendMarker(SpecialNode.Begin, start);
        int place = start;
        for (int i = 0; i < userWords.Count; i++)
        {
            UserMatch match = userWords[i];
            AddUnits(window[..(start + match.Start)], place, isBehindUserWord: i > 0);
            uint slot = _lexicon.Find(userWords.Term(i));
            place = start + match.End;
            _symbols[Count++] = new Symbol
            {
                Slot = slot != 0 ? slot : _specialStart + SpecialNode.Unknown,
                UserWord = match.Word + 1,
                Start = (ushort)(start + match.Start),
                End = (ushort)place,
            };
        }

        AddUnits(window[..end], place, isBehindUserWord: userWords.Count > 0);
        AppendMarker(SpecialNode.End, end);
    }

    private void AppendMarker(int special, int place) => _symbols[Count++] = new Symbol
    {
        Slot = _specialStart + (uint)special,
        Start = (ushort)place,
        End = (ushort)place,
    };

    private void AddUnits(ReadOnlySpan<char> text, int start, bool isBehindUserWord)
    {
        int first = Count;
        AddUnits(text, start);
        if (isBehindUserWord && first < Count)
        {
            // No word may begin in a user word and go on behind it, so the first symbol there continues none.
            _symbols[first].Code = 0;
        }
    }

    private void AddUnits(ReadOnlySpan<char> text, int index)
    {
        // Safety: the table has a place for every unit; each symbol covers at least one unit, and there is room for the
        // symbols and markers of sentences that together are no longer than MaxUnits.
        ref ushort table = ref MemoryMarshal.GetArrayDataReference(_table);
        ref Symbol symbol = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_symbols), Count);
        int skipped = index;
        while (index < text.Length)
        {
            uint number = Unsafe.Add(ref table, text[index]);
            int end = index + 1;
            if (number >= SymbolTable.Space)
            {
                if (number == SymbolTable.Space)
                {
                    index = end;
                    skipped++;
                    continue;
                }

                number = ReadRun(text, number, ref end);
                skipped += end - index - 1;
            }

            // All bits set for special nodes, else none: whether the next unit is Han is hard to guess.
            uint special = (uint)-(int)(number >> 15);
            symbol.Slot = number + (special & (_specialStart - SymbolTable.FirstSpecial));
            symbol.UserWord = 0;
            symbol.Code = (ushort)(number & ~special);
            symbol.Start = (ushort)index;
            symbol.End = (ushort)end;
            symbol = ref Unsafe.Add(ref symbol, 1);
            index = end;
        }

        Count += text.Length - skipped;
    }

    private uint ReadRun(ReadOnlySpan<char> text, uint number, ref int end)
    {
        if (number == SymbolTable.Surrogate)
        {
            end += end < text.Length && char.IsSurrogatePair(text[end - 1], text[end]) ? 1 : 0;
            return SymbolTable.FirstSpecial + SpecialNode.Unknown;
        }

        while (end < text.Length && _table[text[end]] == number)
        {
            end++;
        }

        return SymbolTable.FirstSpecial
            + (uint)(number == SymbolTable.Letter ? SpecialNode.String : SpecialNode.Number);
    }
}
