namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>What stands where a page ends.</summary>
internal enum PageEnd
{
    /// <summary>There are no pages.</summary>
    None,

    /// <summary>A form feed.</summary>
    FormFeed,

    /// <summary>A form feed, with a running head above and a page number below.</summary>
    HeadAndFeed,

    /// <summary>A running head and a page number, no form feed.</summary>
    Head,

    /// <summary>A page number alone on a line.</summary>
    BareNumber,

    /// <summary>One blank before the first line of a page.</summary>
    LeadingBlank,
}
