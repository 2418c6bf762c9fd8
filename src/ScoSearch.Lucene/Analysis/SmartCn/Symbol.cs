using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// One unit of the word graph: a Han character, a punctuation mark, a whole run of letters or of digits, a surrogate
/// pair, a user word, the begin or end of a sentence. White space is no symbol.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Symbol
{
    /// <summary>Lexicon node of the word that this symbol is alone.</summary>
    public uint Slot;

    /// <summary>Number of the user word in its dictionary, from 1; 0 for other symbols.</summary>
    public int UserWord;

    /// <summary>Code by which a longer word of the dictionary goes on with this symbol; 0 where none may.</summary>
    public ushort Code;

    /// <summary>First unit, counted from the begin of the window.</summary>
    public ushort Start;

    /// <summary>Unit behind the last one.</summary>
    public ushort End;
}
