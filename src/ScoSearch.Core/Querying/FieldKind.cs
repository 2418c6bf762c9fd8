namespace ScoSearch.Core.Querying;

/// <summary>What the values of a <see cref="QueryField"/> are.</summary>
internal enum FieldKind
{
    /// <summary>Text, cut into words and bigrams.</summary>
    Text,

    /// <summary>A name, compared as a whole.</summary>
    Name,

    /// <summary>A kind of paragraph.</summary>
    ParagraphKind,

    /// <summary>A date of which month and day may be missing.</summary>
    Date,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A whole number.</summary>
    Number,
}
