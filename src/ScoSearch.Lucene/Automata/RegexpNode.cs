namespace ScoSearch.Lucene.Automata;

/// <summary>A regular expression as a tree whose equal parts are one object. Immutable; made by a <see cref="RegexpFactory"/>.</summary>
internal sealed class RegexpNode(int id, RegexpKind kind, bool isNullable)
{
    /// <summary>Number in its factory; orders the parts of unions.</summary>
    public int Id { get; } = id;

    public RegexpKind Kind { get; } = kind;

    /// <summary>Whether the empty string matches.</summary>
    public bool IsNullable { get; } = isNullable;

    /// <summary>First and last code point of each range of a class, rising.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges { get; init; } = [];

    /// <summary>The parts of everything but classes.</summary>
    public IReadOnlyList<RegexpNode> Parts { get; init; } = [];

    /// <summary>Least number of repetitions.</summary>
    public int Min { get; init; }

    /// <summary>Largest number of repetitions; <see cref="Unbounded"/> for no limit.</summary>
    public int Max { get; init; }

    public const int Unbounded = -1;
}
