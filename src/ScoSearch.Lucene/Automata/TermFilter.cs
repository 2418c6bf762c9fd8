using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Automata;

/// <summary>Goes through some of the terms of a field in order. Not thread-safe.</summary>
internal abstract class TermFilter
{
    /// <summary>Stands on the selected term after <see cref="MoveNext"/> returned true.</summary>
    public abstract TermsEnum Terms { get; }

    /// <summary>Moves to the next selected term.</summary>
    public abstract bool MoveNext();
}
