namespace ScoSearch.Lucene.Automata;

/// <summary>Kinds of <see cref="RegexpNode"/>.</summary>
internal enum RegexpKind
{
    /// <summary>No string at all.</summary>
    Nothing,

    /// <summary>The empty string.</summary>
    Empty,

    /// <summary>One code point of some ranges.</summary>
    Class,

    /// <summary>The first part, then the second.</summary>
    Concat,

    /// <summary>Any of the parts.</summary>
    Union,

    /// <summary>All of the parts.</summary>
    Intersection,

    /// <summary>Everything but the part.</summary>
    Complement,

    /// <summary>The part again and again.</summary>
    Repeat,
}
