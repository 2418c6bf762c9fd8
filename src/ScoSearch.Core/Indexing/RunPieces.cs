namespace ScoSearch.Core.Indexing;

/// <summary>Terms for pieces of a run of letters or digits: what a reader sees of it may begin or end inside. Stateless.</summary>
/// <remarks>
/// <para>Of <c>2024</c> there are, besides the run itself, its endings <c>024</c>, <c>24</c>, <c>4</c> and its beginnings
/// <c>2</c>, <c>20</c>, <c>202</c>, each with a mark in front that no text has. So <c>24年7</c> is a phrase of an ending, a
/// character and a beginning, and <c>02</c> is what an ending begins with.</para>
/// <para>Pieces stand at the position of their run and do not count for the length of the text.</para>
/// </remarks>
internal static class RunPieces
{
    /// <summary>Runs longer than this, in UTF-16 units, have no pieces.</summary>
    public const int MaxRunLength = 32;

    /// <summary>The mark of an ending.</summary>
    public const char Ending = '\u0001';

    /// <summary>The mark of a beginning.</summary>
    public const char Beginning = '\u0002';

    /// <summary>Whether a term is a piece and not a run or character of its own.</summary>
    public static bool IsPiece(ReadOnlySpan<char> term) => !term.IsEmpty && term[0] is Ending or Beginning;

    /// <summary>The term for a text that ends a run and begins inside it.</summary>
    public static string EndingTerm(string text) => Ending + text;

    /// <summary>The term for a text that begins a run and ends inside it.</summary>
    public static string BeginningTerm(string text) => Beginning + text;
}
