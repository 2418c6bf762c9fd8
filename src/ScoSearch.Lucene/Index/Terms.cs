namespace ScoSearch.Lucene.Index;

/// <summary>The terms of one field in one segment. Thread-safe; the cursors it hands out are not.</summary>
public abstract class Terms
{
    /// <summary>The field.</summary>
    public abstract FieldInfo Field { get; }

    /// <summary>Number of terms.</summary>
    public abstract long Count { get; }

    /// <summary>Sum of all terms' total frequencies.</summary>
    public abstract long SumTotalTermFreq { get; }

    /// <summary>Sum of all terms' document frequencies.</summary>
    public abstract long SumDocFreq { get; }

    /// <summary>Number of documents with at least one term.</summary>
    public abstract int DocCount { get; }

    /// <summary>Smallest term.</summary>
    public abstract ReadOnlySpan<byte> MinTerm { get; }

    /// <summary>Largest term.</summary>
    public abstract ReadOnlySpan<byte> MaxTerm { get; }

    /// <summary>A cursor before the first term.</summary>
    public abstract TermsEnum GetEnumerator();

    /// <summary>A cursor before the first term that an automaton accepts; it moves on only and cannot seek.</summary>
    /// <param name="automaton">Which terms are wanted.</param>
    /// <param name="startTerm">Only terms greater than this one are given; empty for all.</param>
    public virtual TermsEnum Intersect(ITermAutomaton automaton, ReadOnlySpan<byte> startTerm = default) =>
        new AutomatonTermsEnum(GetEnumerator(), automaton, startTerm);

    /// <summary>Looks one term up without building a cursor.</summary>
    /// <returns>Its state, or null when the segment does not have it.</returns>
    public abstract TermState? Find(ReadOnlySpan<byte> term);

    /// <summary>Postings of a term by the state that <see cref="Find"/> or a cursor of this segment gave.</summary>
    public abstract PostingsEnum GetPostings(TermState state, PostingsFlags flags, PostingsEnum? reuse = null);
}
