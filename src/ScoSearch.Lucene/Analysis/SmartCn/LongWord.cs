namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>A word of three symbols or more in a sentence: few of all words.</summary>
internal struct LongWord
{
    /// <summary>Cost of the best path from the begin of the sentence through this word.</summary>
    public double Cost;

    /// <summary>Lexicon node.</summary>
    public uint Slot;

    /// <summary>First symbol.</summary>
    public int Start;

    /// <summary>The word before it on the best path, as <see cref="HmmSegmenter"/> numbers them.</summary>
    public int Predecessor;

    /// <summary>Next one with the same start; -1 for the last.</summary>
    public int NextDeparture;

    /// <summary>Next one with the same end, which is shorter; -1 for the last.</summary>
    public int NextArrival;
}
