namespace ScoSearch.Core.Citing;

/// <summary>What a document was published in, as far as its name tells.</summary>
internal enum SourceKind
{
    /// <summary>It cannot be told: [Z].</summary>
    Unknown,

    /// <summary>A newspaper or a news agency: [N].</summary>
    Newspaper,

    /// <summary>A web site: [EB/OL].</summary>
    Web,

    /// <summary>A journal: [J].</summary>
    Journal,

    /// <summary>A book: [M].</summary>
    Book,
}
