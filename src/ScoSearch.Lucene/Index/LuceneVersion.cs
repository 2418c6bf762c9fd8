namespace ScoSearch.Lucene.Index;

/// <summary>Version triple that index files carry. Immutable.</summary>
public readonly record struct LuceneVersion(int Major, int Minor, int Bugfix) : IComparable<LuceneVersion>
{
    /// <summary>The version whose format this library writes.</summary>
    public static LuceneVersion Current { get; } = new(8, 8, 1);

    /// <summary>Oldest version whose segments can be read.</summary>
    public static LuceneVersion Oldest { get; } = new(8, 7, 0);

    /// <inheritdoc/>
    public int CompareTo(LuceneVersion other) =>
        (Major, Minor, Bugfix).CompareTo((other.Major, other.Minor, other.Bugfix));

    /// <summary>Order of release.</summary>
    public static bool operator <(LuceneVersion left, LuceneVersion right) => left.CompareTo(right) < 0;

    /// <summary>Order of release.</summary>
    public static bool operator >(LuceneVersion left, LuceneVersion right) => left.CompareTo(right) > 0;

    /// <summary>Order of release.</summary>
    public static bool operator <=(LuceneVersion left, LuceneVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Order of release.</summary>
    public static bool operator >=(LuceneVersion left, LuceneVersion right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Major}.{Minor}.{Bugfix}");
}
