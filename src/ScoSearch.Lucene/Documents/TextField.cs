using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Documents;

/// <summary>Text that the analyzer cuts into terms, with frequencies, positions and norms: what full-text search
/// searches.</summary>
public sealed class TextField : Field
{
    /// <summary>Indexed, not stored.</summary>
    public static FieldType TypeNotStored { get; } = new() { IndexOptions = IndexOptions.DocsAndFreqsAndPositions };

    /// <summary>Indexed and stored.</summary>
    public static FieldType TypeStored { get; } = TypeNotStored with { IsStored = true };

    /// <summary>Creates the field.</summary>
    public TextField(string name, string text, bool stored = false) : base(
        name, text, stored ? TypeStored : TypeNotStored)
    {
    }

    /// <summary>Creates the field.</summary>
    public TextField(string name, ReadOnlyMemory<char> text, bool stored = false) : base(
        name, text, stored ? TypeStored : TypeNotStored)
    {
    }

    /// <summary>Creates the field from ready-made tokens.</summary>
    public TextField(string name, TokenStream tokens) : base(name, tokens, TypeNotStored)
    {
    }
}
