namespace ScoSearch.Api.Http;

/// <summary>What a value of a parameter looks like.</summary>
internal enum ParameterKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Switch,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Several of a few words: repeated, separated by commas, or an array in JSON.</summary>
    Choices,
}
