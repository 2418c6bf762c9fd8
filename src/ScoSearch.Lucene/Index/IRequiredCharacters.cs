namespace ScoSearch.Lucene.Index;

/// <summary>An automaton all of whose terms contain some of certain characters, so that parts of a dictionary without them need not be walked.</summary>
internal interface IRequiredCharacters
{
    /// <summary>Different code points, in no order.</summary>
    public ReadOnlySpan<int> Characters { get; }

    /// <summary>Every term that is accepted contains at least that many of <see cref="Characters"/>; 0 or less says nothing.</summary>
    public int RequiredCount { get; }
}
